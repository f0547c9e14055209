import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestShop, type TestShop } from '../test-shop.ts';

let shop: TestShop;
let unlimited: Pick<TestShop, 'ask'>;
beforeAll(async () => {
	shop = await startTestShop();
	const most = Number.MAX_SAFE_INTEGER;
	unlimited = await shop.another({
		operationLimits: { depth: most, aliases: most, directives: most, tokens: most, cost: most },
	});
});
afterAll(() => shop?.[Symbol.asyncDispose]());

/** Enough to take longer than a test may where each is walked through each time, and not for ever, so that it can fail. */
const levels = 26;

/** Fragments each of which spreads the next one twice: the last stands two to the power of their number times. */
function bomb(type: string, leaf: string, wrap = (spread: string) => spread): string {
	const spreads = (i: number) => `${wrap(`...F${i}`)} ${wrap(`...F${i}`)}`;
	const fragments = Array.from(
		{ length: levels },
		(_, i) => `fragment F${i} on ${type} { ${spreads(i + 1)} }`,
	);
	return `${fragments.join(' ')} fragment F${levels} on ${type} { ${leaf} }`;
}

const inline = (spread: string) => `... on Product { ${spread} }`;

const bombs: Record<string, string> = {
	'at the root': `{ ...F0 } ${bomb('Query', '__typename')}`,
	'at the root, of objects': `{ ...F0 } ${bomb('Query', 'trending { id }')}`,
	'in an object': `{ product(id: "p1") { ...F0 } } ${bomb('Product', 'name')}`,
	'in an object, of objects': `{ product(id: "p1") { ...F0 } } ${bomb('Product', 'similar { id }')}`,
	'in an object, within inline fragments': `{ product(id: "p1") { ...F0 } } ${bomb('Product', 'name', inline)}`,
	'in a connection': `{ products(first: 1) { ...F0 } } ${bomb('ProductConnection', 'totalCount')}`,
	'in the edges of a connection': `{ products(first: 1) { edges { ...F0 } } } ${bomb('ProductEdge', 'cursor')}`,
	'in introspection': `{ __schema { types { ...F0 } } } ${bomb('__Type', 'name')}`,
	'in a subscription': `subscription { orderStatusChanged(orderId: "x") { ...F0 } } ${bomb('Order', 'id')}`,
	'that nobody spreads': `{ __typename } ${bomb('Product', 'name')}`,
};

describe('fragments that spread each other twice over do not hold the gateway up', () => {
	for (const [where, query] of Object.entries(bombs)) {
		it(where, async () => {
			for (const { ask } of [shop, unlimited]) {
				const { status } = await ask(query);
				expect(status).toBeLessThan(500);
			}
		});
	}
});
