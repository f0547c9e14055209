import type { ProductSnapshot } from '@infinite-blob/events/products/product-snapshot';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { keys } from './keys.ts';

/** What is remembered of a product. */
export type KnownProduct = Pick<ProductSnapshot, 'tags' | 'available' | 'version'>;

/** What the service knows of the catalogue, learned from the products' events. */
export class Catalogue {
	readonly #redis: Redis;
	readonly #transactions: Transactions;

	constructor(redis: Redis, transactions: Transactions) {
		this.#redis = redis;
		this.#transactions = transactions;
	}

	/** Takes in a snapshot unless a newer one is known already. */
	async learn({ id, tags, available, version, createdAt }: ProductSnapshot): Promise<void> {
		const key = keys.product(id);
		await this.#transactions.run([key], async (redis) => {
			const text = await redis.get(key);
			const known = text === null ? undefined : (JSON.parse(text) as KnownProduct);
			if (known && known.version >= version) return { result: undefined };
			return {
				result: undefined,
				write: (multi) => {
					multi.set(key, JSON.stringify({ tags, available, version } satisfies KnownProduct));
					for (const tag of known?.tags ?? []) multi.srem(keys.tag(tag), id);
					if (!available) return multi.zrem(keys.newest, id).zrem(keys.trending, id);
					for (const tag of tags) multi.sadd(keys.tag(tag), id);
					return multi.zadd(keys.newest, createdAt, id);
				},
			};
		});
	}

	async byIds(ids: readonly string[]): Promise<(KnownProduct | undefined)[]> {
		const texts = await this.#redis.mget(ids.map(keys.product));
		return texts.map((text) => (text === null ? undefined : (JSON.parse(text) as KnownProduct)));
	}

	/** Products on sale that have the tag. */
	withTag(tag: string): Promise<string[]> {
		return this.#redis.smembers(keys.tag(tag));
	}

	/** How many products are on sale. */
	size(): Promise<number> {
		return this.#redis.zcard(keys.newest);
	}

	newest(count: number): Promise<string[]> {
		return this.#redis.zrevrange(keys.newest, 0, count - 1);
	}
}
