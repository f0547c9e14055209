import type { Redis } from '@infinite-blob/redis/connect';
import type { ProductRepository } from './product-repository.ts';

/** Goes up when documents get other fields to be found and sorted by. */
const form = '3';
const formKey = 'products:form';
const batch = 100;

/** Gives the documents of an older shop the fields that lists are found and sorted by today, once. */
export async function renewDocuments(redis: Redis, products: ProductRepository): Promise<void> {
	if ((await redis.get(formKey)) === form) return;
	for await (const ids of products.idPages(batch)) if (ids.length > 0) await products.renew(ids);
	await redis.set(formKey, form);
}
