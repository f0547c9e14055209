import type { Redis } from '@infinite-blob/redis/connect';
import { logAffinity, logPopularity } from './domain/affinity.ts';
import type { Market } from './domain/for-cart.ts';
import { minSupport } from './domain/lift.ts';
import type { Scores } from './domain/ranking.ts';
import type { GenerationKeys } from './keys.ts';

/** Of what was bought with a product most often, so much is weighed against how often it is bought at all. */
const mostPartners = 200;

/** What one generation knows of purchases. */
export class Purchases {
	readonly #redis: Redis;
	readonly #keys: GenerationKeys;

	constructor(redis: Redis, keys: GenerationKeys) {
		this.#redis = redis;
		this.#keys = keys;
	}

	/** What was bought together with a product, by how much that makes it likely to be bought: see `logAffinity`. */
	async boughtWith(id: string): Promise<Scores> {
		const partners = await this.partners(id, mostPartners, minSupport);
		const { orders, sold } = await this.market([id, ...partners.keys()]);
		const scored = [...partners].map(([other, both]): [string, number] => [
			other,
			logAffinity({ both, one: sold(id), other: sold(other), orders }) + logPopularity(sold(other), orders),
		]);
		return new Map(scored);
	}

	/** The products that most orders held together with one, and how many orders: `least` or more. */
	async partners(id: string, count: number, least = 1): Promise<Scores> {
		const range = [this.#keys.bought(id), '+inf', least, 'WITHSCORES', 'LIMIT', 0, count] as const;
		const reply: unknown[] = await this.#redis.zrevrangebyscore(...range);
		// Pairs come flat or nested, depending on the protocol's version.
		const flat = reply.flat();
		const counts: Scores = new Map();
		for (let i = 0; i < flat.length; i += 2) counts.set(String(flat[i]), Number(flat[i + 1]));
		return counts;
	}

	/** How many orders there were, and how many of them held each of these products. */
	async market(ids: readonly string[]): Promise<Market> {
		const [orders, counts] = await Promise.all([
			this.#redis.get(this.#keys.orders),
			this.#redis.hmget(this.#keys.sold, ...ids),
		]);
		const found = new Map(ids.map((id, place) => [id, Number(counts[place] ?? 0)]));
		return { orders: Number(orders ?? 0), sold: (id) => found.get(id) ?? 0 };
	}

	/** Bought most of late, best first. */
	trending(count: number, offset = 0): Promise<string[]> {
		return this.#redis.zrevrange(this.#keys.trending, offset, offset + count - 1);
	}
}
