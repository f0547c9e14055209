import { ApiConsumer } from './api-consumer.ts';
import type { RunningShop } from './start-shop.ts';

interface NewProduct {
	handle: string;
	name: string;
	description?: string;
	tags?: string[];
	price?: number;
}

/** Whoever runs the shop, and may ask the API whatever the shop's pages do not. */
export class CatalogueAdmin {
	readonly api: ApiConsumer;

	constructor(shop: RunningShop) {
		this.api = new ApiConsumer(shop.gatewayUrl, shop.adminToken);
	}

	/** Puts an artwork on sale, as it comes without an original. @returns its id */
	async create(product: NewProduct): Promise<string> {
		const input = { description: 'A plain picture.', tags: ['calm'], price: 1200, ...product };
		const { data, errors } = await this.api.ask(
			'mutation ($input: ProductInput!) { createProduct(input: $input) { product { id } userErrors { message } } }',
			{ input },
		);
		const id = data?.createProduct.product?.id;
		if (!id) throw new Error(JSON.stringify([data, errors]));
		return id;
	}

	async archive(id: string): Promise<void> {
		const { data } = await this.api.ask(
			'mutation ($id: ID!) { archiveProduct(id: $id) { product { available } userErrors { message } } }',
			{ id },
		);
		if (data.archiveProduct.product.available) throw new Error(JSON.stringify(data));
	}
}
