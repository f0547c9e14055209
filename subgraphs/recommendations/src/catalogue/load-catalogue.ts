import type { Redis } from '@infinite-blob/redis/connect';
import { FeatureIndex } from '../domain/feature-index.ts';
import type { GenerationKeys } from '../keys.ts';
import { type Cursor, latestChange } from './changes.ts';
import { featuresIn, readProducts } from './known-product.ts';

/** Few enough that nothing else waits while they are taken in. */
const pageSize = 200;

/** What a generation knows of the products on sale, and the last change that is in it for certain. */
export interface LoadedCatalogue {
	/** The generation's. */
	keys: GenerationKeys;
	index: FeatureIndex;
	cursor: Cursor;
}

/** Reads all products on sale, page by page. */
export async function loadCatalogue(redis: Redis, keys: GenerationKeys): Promise<LoadedCatalogue> {
	// What changes meanwhile comes after this, and is taken in once more.
	const cursor = await latestChange(redis, keys);
	const index = new FeatureIndex();
	const ids = await redis.zrange(keys.onSale, '0', '-1');
	const pages = Array.from({ length: Math.ceil(ids.length / pageSize) }, (_, page) =>
		ids.slice(page * pageSize, (page + 1) * pageSize),
	);
	let next = pages.length > 0 ? readProducts(redis, keys, pages[0]!) : undefined;
	for (const [place, page] of pages.entries()) {
		const products = await next!;
		const following = pages[place + 1];
		if (following) next = readProducts(redis, keys, following);
		for (const [i, known] of products.entries())
			if (known && 'onSale' in known) index.put(page[i]!, featuresIn(known));
	}
	return { keys, index, cursor };
}
