import { type ProductSnapshot, productSnapshot } from '@infinite-blob/events/products/product-snapshot';
import type { Redis } from '@infinite-blob/redis/connect';
import { isProductId } from './domain/product.ts';
import { documentPrefix, type ProductRepository } from './product-repository.ts';

const pageSize = 500;

/**
 * Every product as its events carry it, the archived ones too, page by page in no order. One that changes meanwhile
 * comes as it was before or after; in rare cases one comes twice.
 */
export async function* snapshotPages(
	redis: Redis,
	products: ProductRepository,
): AsyncGenerator<ProductSnapshot[]> {
	let cursor = '0';
	do {
		const [next, keys] = await redis.scan(cursor, 'MATCH', `${documentPrefix}:*`, 'COUNT', pageSize);
		// The index keeps a key of its own beside them.
		const ids = keys.map((key) => key.slice(documentPrefix.length + 1)).filter(isProductId);
		const found = await products.byIds(ids);
		// Only what events tell is left of each.
		yield found.flatMap((product) => (product ? [productSnapshot.parse(product)] : []));
		cursor = next;
	} while (cursor !== '0');
}
