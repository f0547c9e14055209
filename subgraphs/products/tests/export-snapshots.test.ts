import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { productSnapshot } from '@infinite-blob/events/products/product-snapshot';
import { expect, it } from 'vitest';
import { productId } from '../src/domain/product.ts';
import { admin, productsUnderTest } from './products-under-test.ts';

const program = fileURLToPath(new URL('../src/operations/export-snapshots.ts', import.meta.url));

it('export-snapshots tells every product as its events do, the archived ones too', async () => {
	const artworks = Array.from({ length: 12 }, (_, i) => ({
		handle: `art-${i}`,
		name: `Art ${i}`,
		tags: ['sea'],
	}));
	await using shop = await productsUnderTest(artworks);
	const archived = productId('art-3');
	const mutation = 'mutation ($id: ID!) { archiveProduct(id: $id) { userErrors { code } } }';
	await shop.ask(mutation, { id: archived }, admin);

	const env = { ...process.env, REDIS_URL: urlOf(shop) };
	const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
	const told = stdout
		.trim()
		.split('\n')
		.map((line) => productSnapshot.strict().parse(JSON.parse(line)));
	expect(told.map(({ handle }) => handle).toSorted()).toEqual(
		artworks.map(({ handle }) => handle).toSorted(),
	);
	expect(told.find(({ id }) => id === archived)).toMatchObject({
		available: false,
		version: 2,
		tags: ['sea'],
	});
});

function urlOf({
	redis,
}: {
	redis: { options: { host?: string | undefined; port?: number | undefined } };
}): string {
	const { host, port } = redis.options;
	return `redis://${host}:${port}`;
}
