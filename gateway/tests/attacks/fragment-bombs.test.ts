import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestShop, type TestShop } from '../test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
	shop = await startTestShop();
	// What is loaded at first need is not counted.
	await shop.ask('{ products(first: 1) { edges { cursor } } product(id: "p1") { name } __typename }');
});
afterAll(() => shop?.[Symbol.asyncDispose]());

/** Fragments each of which spreads the next one twice: the last stands two to the power of their number times. */
function bomb(levels: number, type: string, leaf: string, wrap = (spread: string) => spread): string {
	const spreads = (i: number) => `${wrap(`...F${i}`)} ${wrap(`...F${i}`)}`;
	const fragments = Array.from(
		{ length: levels },
		(_, i) => `fragment F${i} on ${type} { ${spreads(i + 1)} }`,
	);
	return `${fragments.join(' ')} fragment F${levels} on ${type} { ${leaf} }`;
}

const inline = (spread: string) => `... on Product { ${spread} }`;

const bombs: Record<string, string> = {
	'at the root': `{ ...F0 } ${bomb(120, 'Query', '__typename')}`,
	'at the root, of objects': `{ ...F0 } ${bomb(120, 'Query', 'trending { id }')}`,
	'in an object': `{ product(id: "p1") { ...F0 } } ${bomb(120, 'Product', 'name')}`,
	'in an object, of objects': `{ product(id: "p1") { ...F0 } } ${bomb(120, 'Product', 'similar { id }')}`,
	'in an object, within inline fragments': `{ product(id: "p1") { ...F0 } } ${bomb(80, 'Product', 'name', inline)}`,
	'in a connection': `{ products(first: 1) { ...F0 } } ${bomb(120, 'ProductConnection', 'totalCount')}`,
	'in the edges of a connection': `{ products(first: 1) { edges { ...F0 } } } ${bomb(120, 'ProductEdge', 'cursor')}`,
	'in introspection': `{ __schema { types { ...F0 } } } ${bomb(120, '__Type', 'name')}`,
	'in a subscription': `subscription { orderStatusChanged(orderId: "x") { ...F0 } } ${bomb(120, 'Order', 'id')}`,
	'that nobody spreads': `{ __typename } ${bomb(120, 'Product', 'name')}`,
};

describe('fragments that spread each other twice over take no time', () => {
	for (const [where, query] of Object.entries(bombs)) {
		it(where, async () => {
			const before = performance.now();
			const { status } = await shop.ask(query);
			expect(performance.now() - before).toBeLessThan(2_000);
			expect(status).toBeLessThan(500);
		}, 10_000);
	}
});
