import type { Redis } from '@infinite-blob/redis/connect';
import type { GenerationKeys } from '../keys.ts';

/** What is remembered of a product: its newest version, and its features as words with spaces between them. */
export type KnownProduct = { version: number } & ({ onSale: string } | { archived: string });

/** The features of a product, on sale or not. */
export function featuresIn(known: KnownProduct): string[] {
	const text = 'onSale' in known ? known.onSale : known.archived;
	return text === '' ? [] : text.split(' ');
}

/** What is known of some products, in their order. */
export async function readProducts(
	redis: Redis,
	keys: GenerationKeys,
	ids: readonly string[],
): Promise<(KnownProduct | undefined)[]> {
	if (ids.length === 0) return [];
	const texts = (await redis.call('JSON.MGET', ...ids.map(keys.product), '$')) as (string | null)[];
	return texts.map((text) => (text ? (JSON.parse(text) as KnownProduct[])[0] : undefined));
}
