import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { expect, it } from 'vitest';
import { connectRedis } from '../src/connect.ts';
import { readJson } from '../src/json.ts';

it('reads a document as it was written, and nothing where there is none', async () => {
	await using server = await startTestRedis();
	const redis = await connectRedis(server.url, 'test');
	const document = { list: [1, 2.5, 'Łódź'], nested: { none: null } };
	await redis.call('JSON.SET', 'document', '$', JSON.stringify(document));
	expect(await readJson(redis, 'document')).toEqual(document);
	expect(await readJson(redis, 'nothing')).toBeUndefined();
	redis.disconnect();
});
