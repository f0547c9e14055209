import type { Redis } from '@infinite-blob/redis/connect';
import { execute } from '@infinite-blob/redis/execute';
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

	/**
	 * What was bought together with a product, by how much that makes it likely to be bought: see `logAffinity`.
	 *
	 * @param isWanted tells which of them are asked about
	 */
	async boughtWith(id: string, isWanted: (id: string) => boolean): Promise<Scores> {
		const [found] = await this.partners([id], mostPartners, minSupport);
		const partners = [...found!].filter(([other]) => isWanted(other));
		if (partners.length === 0) return new Map();
		const { orders, sold } = await this.market([id, ...partners.map(([other]) => other)]);
		return new Map(
			partners.map(([other, both]) => [
				other,
				logAffinity({ both, one: sold(id), other: sold(other), orders }) + logPopularity(sold(other), orders),
			]),
		);
	}

	/** For each product those that most orders held together with it, and how many orders: `least` or more. */
	async partners(ids: readonly string[], count: number, least = 1): Promise<Scores[]> {
		const questions = this.#redis.pipeline();
		for (const id of ids)
			questions.zrevrangebyscore(
				this.#keys.bought(id),
				'+inf',
				least,
				...(['WITHSCORES', 'LIMIT', 0, count] as const),
			);
		return (await execute(questions)).map((reply) => {
			// Pairs come flat or nested, depending on the protocol's version.
			const flat = (reply as unknown[]).flat();
			const counts: Scores = new Map();
			for (let i = 0; i < flat.length; i += 2) counts.set(String(flat[i]), Number(flat[i + 1]));
			return counts;
		});
	}

	/** How many orders there were, and how many of them held each of these products. */
	async market(ids: readonly string[]): Promise<Market> {
		const questions = this.#redis.pipeline().get(this.#keys.orders);
		if (ids.length > 0) questions.hmget(this.#keys.sold, ...ids);
		const [orders, counts] = (await execute(questions)) as [string | null, (string | null)[] | undefined];
		const found = new Map(ids.map((id, place) => [id, Number(counts?.[place] ?? 0)]));
		return { orders: Number(orders ?? 0), sold: (id) => found.get(id) ?? 0 };
	}

	/** Bought most of late, best first. */
	trending(count: number, offset = 0): Promise<string[]> {
		return this.#redis.zrevrange(this.#keys.trending, offset, offset + count - 1);
	}
}
