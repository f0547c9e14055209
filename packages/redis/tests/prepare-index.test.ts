import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { Repository, Schema } from 'redis-om';
import { expect, it } from 'vitest';
import { connectDocuments } from '../src/documents.ts';
import { prepareIndex } from '../src/prepare-index.ts';

it('lets replicas that start at the same moment prepare one index', async () => {
	await using stack = new AsyncDisposableStack();
	const { url } = stack.use(await startTestRedis());
	const schema = new Schema('thing', { name: { type: 'string' } });
	const replicas: Repository[] = [];
	for (let i = 0; i < 4; i++) {
		const documents = stack.use(await connectDocuments(url, 'test'));
		replicas.push(new Repository(schema, documents.client));
	}
	await Promise.all(replicas.map(prepareIndex));
	const [repository] = replicas;
	await repository!.save('one', { name: 'found' });
	expect(await repository!.search().where('name').equals('found').return.count()).toBe(1);
});
