import type { Redis } from '@infinite-blob/redis/connect';
import type { Frequencies } from './domain/tf-idf.ts';
import type { GenerationKeys } from './keys.ts';

/**
 * What is remembered of a product. Features are words with spaces between them; those of an archived one are where the
 * search index does not look.
 */
export type KnownProduct = { version: number; slice: string } & ({ onSale: string } | { archived: string });

/** The features of a product, on sale or not. */
export function featuresIn(known: KnownProduct): string[] {
	const text = 'onSale' in known ? known.onSale : known.archived;
	return text === '' ? [] : text.split(' ');
}

/** What is known of some products, in their order. */
export async function readProducts(
	redis: Redis,
	keys: readonly string[],
): Promise<(KnownProduct | undefined)[]> {
	if (keys.length === 0) return [];
	const texts = (await redis.call('JSON.MGET', ...keys, '$')) as (string | null)[];
	return texts.map((text) => (text ? (JSON.parse(text) as KnownProduct[])[0] : undefined));
}

/** What one generation knows of the catalogue. */
export class Catalogue {
	readonly #redis: Redis;
	readonly #keys: GenerationKeys;

	constructor(redis: Redis, keys: GenerationKeys) {
		this.#redis = redis;
		this.#keys = keys;
	}

	/** Those of these products that are on sale, in their order. */
	async onSale(ids: readonly string[]): Promise<string[]> {
		if (ids.length === 0) return [];
		const times = await this.#redis.zmscore(this.#keys.onSale, ...ids);
		return ids.filter((_, place) => times[place] !== null);
	}

	newest(count: number): Promise<string[]> {
		return this.#redis.zrevrange(this.#keys.onSale, 0, count - 1);
	}

	/** How many products on sale have each of these features, and how many there are. */
	async frequencies(features: ReadonlySet<string>): Promise<Frequencies> {
		const names = [...features];
		const [products, counts] = await Promise.all([
			this.#redis.zcard(this.#keys.onSale),
			names.length > 0 ? this.#redis.hmget(this.#keys.frequencies, ...names) : [],
		]);
		const found = new Map(names.map((name, place) => [name, Number(counts[place] ?? 0)]));
		return { products, of: (feature) => found.get(feature) ?? 0 };
	}
}
