import type { Redis } from '@infinite-blob/redis/connect';
import { isProductId } from './domain/product.ts';
import { documentPrefix, type ProductRepository } from './product-repository.ts';

/** Goes up when documents get other fields to be found and sorted by. */
const form = '2';
const formKey = 'products:form';
const batch = 100;

/** Gives the documents of an older shop the fields that lists are found and sorted by today, once. */
export async function renewDocuments(redis: Redis, products: ProductRepository): Promise<void> {
	if ((await redis.get(formKey)) === form) return;
	let cursor = '0';
	do {
		const [next, keys] = await redis.scan(cursor, 'MATCH', `${documentPrefix}:*`, 'COUNT', batch);
		// The index keeps a key of its own beside them.
		const ids = keys.map((key) => key.slice(documentPrefix.length + 1)).filter(isProductId);
		if (ids.length > 0) await products.renew(ids);
		cursor = next;
	} while (cursor !== '0');
	await redis.set(formKey, form);
}
