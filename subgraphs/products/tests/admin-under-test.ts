import { readEvents } from '@infinite-blob/testing/read-events';
import { expect } from 'vitest';
import { admin, type ProductsUnderTest } from './products-under-test.ts';

const fields = 'id handle name description tags price { amount } available image { width height url }';
export const mutations = {
	createProduct: `mutation ($input: ProductInput!) {
		createProduct(input: $input) { product { ${fields} } userErrors { code field message } } }`,
	updateProduct: `mutation ($id: ID!, $patch: ProductPatch!) {
		updateProduct(id: $id, patch: $patch) { product { ${fields} } userErrors { code field message } } }`,
	archiveProduct: `mutation ($id: ID!) {
		archiveProduct(id: $id) { product { ${fields} } userErrors { code field message } } }`,
};

export const details = { name: 'Paper Hills', description: 'Hills of paper.', tags: ['hills'], price: 1900 };

/** What an admin does in a shop under test, which must not fail in any way but by user errors. */
export function adminOf(shop: ProductsUnderTest) {
	async function call(name: keyof typeof mutations, variables: Record<string, unknown>) {
		const { data, errors } = await shop.ask(mutations[name], variables, admin);
		expect(errors).toEqual([]);
		return data[name];
	}
	return {
		create: (input: Record<string, unknown>) => call('createProduct', { input }),
		update: (id: string, patch: Record<string, unknown>) => call('updateProduct', { id, patch }),
		archive: (id: string) => call('archiveProduct', { id }),
		/** The events of a product: type and version. */
		async announced(id: string): Promise<[string, number][]> {
			return (await readEvents(shop.redis, 'products.events'))
				.filter(({ subject }) => subject === id)
				.map(({ type, data }) => [type, data.product.version]);
		},
	};
}
