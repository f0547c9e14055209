import { type ProductSnapshot, productSnapshot } from '@infinite-blob/events/products/product-snapshot';
import type { ProductRepository } from './product-repository.ts';

const pageSize = 500;

/**
 * Every product as its events carry it, the archived ones too, page by page in no order. One that changes meanwhile
 * comes as it was before or after; in rare cases one comes twice.
 */
export async function* snapshotPages(products: ProductRepository): AsyncGenerator<ProductSnapshot[]> {
	for await (const ids of products.idPages(pageSize)) {
		const found = await products.byIds(ids);
		// Only what events tell is left of each.
		yield found.flatMap((product) => (product ? [productSnapshot.parse(product)] : []));
	}
}
