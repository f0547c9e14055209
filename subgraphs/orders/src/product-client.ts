import type { ServiceClient } from '@infinite-blob/subgraph/service-client';

/** Where a product's original is kept, and what to call it for whoever downloads it. */
export interface Original {
	/** Its key in the file store. */
	file: string;
	handle: string;
}

const originalQuery = `query Original($representations: [_Any!]!) {
	_entities(representations: $representations) { ... on Product { handle original } }
}`;

/** What orders asks of the products service. */
export class ProductClient {
	readonly #client: ServiceClient;

	constructor(client: ServiceClient) {
		this.#client = client;
	}

	/** @throws ServiceUnavailable */
	async original(productId: string, requestId: string): Promise<Original | undefined> {
		const representations = [{ __typename: 'Product', id: productId }];
		const { _entities } = await this.#client.request<{
			_entities: ({ handle: string; original: string } | null)[];
		}>(originalQuery, { representations }, requestId);
		const product = _entities[0];
		return product ? { file: product.original, handle: product.handle } : undefined;
	}
}
