import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { Catalogue, featuresIn, readProducts } from './catalogue.ts';
import { candidateQuery } from './domain/candidates.ts';
import { best, type Scores } from './domain/ranking.ts';
import { cosineTo } from './domain/tf-idf.ts';
import { findCandidates } from './feature-index.ts';
import { keysOf } from './keys.ts';
import { RecentFrequencies } from './recent-frequencies.ts';

/** As it is kept: scores in thousandths. */
interface NeighbourRecord {
	at: number;
	/** How often the catalogue had changed. */
	changes: string | null;
	scores: [id: string, thousandths: number][];
}

/** The best by Redis's measure are measured once more by ours. */
const compared = 70;
// More than the longest list, so that enough is left when some are archived or in the cart.
const kept = 60;
const dayMs = 24 * 60 * 60 * 1000;
/** Where the catalogue has changed since, older ones are served as they are and computed anew meanwhile. */
const freshMs = 60 * 1000;
/** Still older ones are computed anew before they are served: so late does a new product come into the lists of others. */
const usableMs = 15 * 60 * 1000;
/** So long does a request wait for what is computed; then it goes without. */
const patienceMs = 500;
const mostWaiting = 200;

/**
 * The products most like each, kept in Redis: computed on first need, anew when they are old, and dropped when the
 * product changes. Few are computed at a time, and a request waits for no longer than half a second.
 */
export class Neighbours {
	readonly #redis: Redis;
	readonly #transactions: Transactions;
	readonly #now: () => number;
	readonly #frequencies: RecentFrequencies;
	readonly #underWay = new Map<string, Promise<Scores>>();
	/** Each computes one after the other. */
	readonly #lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
	#started = 0;

	constructor(redis: Redis, transactions: Transactions, now: () => number) {
		this.#redis = redis;
		this.#transactions = transactions;
		this.#now = now;
		this.#frequencies = new RecentFrequencies(now);
	}

	/** The neighbours of each product with their similarity from 0 to 1; none for one that is not known. */
	async of(generation: number, ids: readonly string[]): Promise<Scores[]> {
		if (ids.length === 0) return [];
		const keys = keysOf(generation);
		const [changes, ...texts] = await this.#redis.mget(keys.changes, ...ids.map(keys.neighbours));
		const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs, undefined).unref());
		return Promise.all(
			ids.map(async (id, place) => {
				const text = texts[place];
				const record = text ? (JSON.parse(text) as NeighbourRecord) : undefined;
				const age = record ? this.#now() - record.at : Number.POSITIVE_INFINITY;
				const old = new Map(record?.scores.map(([other, thousandths]) => [other, thousandths / 1000]));
				if (age < freshMs || record?.changes === changes) return old;
				const computed = this.#computed(generation, id).catch(() => undefined);
				return (age < usableMs ? undefined : await Promise.race([computed, late])) ?? old;
			}),
		);
	}

	/** Computes each once at a time. */
	#computed(generation: number, id: string): Promise<Scores> {
		const key = keysOf(generation).neighbours(id);
		const underWay = this.#underWay.get(key);
		if (underWay) return underWay;
		if (this.#underWay.size >= mostWaiting) return Promise.resolve(new Map());
		const lane = this.#started++ % this.#lanes.length;
		const computed = this.#lanes[lane]!.then(() => this.#compute(generation, id)).finally(() =>
			this.#underWay.delete(key),
		);
		this.#lanes[lane] = computed.catch(() => {});
		this.#underWay.set(key, computed);
		return computed;
	}

	#compute(generation: number, id: string): Promise<Scores> {
		const keys = keysOf(generation);
		// Under WATCH, so that what was computed of an older version is not kept.
		return this.#transactions.run([keys.product(id)], async (redis) => {
			const [changes, [known]] = await Promise.all([
				redis.get(keys.changes),
				readProducts(redis, [keys.product(id)]),
			]);
			if (!known) return { result: new Map() };
			const result = await this.#closest(generation, id, featuresIn(known), Number(known.slice));
			const scores = [...result].map(([other, score]): [string, number] => [other, Math.round(score * 1000)]);
			const record: NeighbourRecord = { at: this.#now(), changes, scores };
			return {
				result,
				write: (multi) => multi.set(keys.neighbours(id), JSON.stringify(record), 'PX', dayMs),
			};
		});
	}

	async #closest(generation: number, id: string, features: string[], slice: number): Promise<Scores> {
		const keys = keysOf(generation);
		const catalogue = new Catalogue(this.#redis, keys);
		const query = candidateQuery(
			features,
			slice,
			await this.#frequencies.of(generation, catalogue, features),
		);
		if (!query) return new Map();
		const found = await findCandidates(this.#redis, keys, query, compared);
		const others = found.filter((other) => other.id !== id);
		const concerned = features.concat(...others.map((other) => other.features));
		const closeness = cosineTo(features, await this.#frequencies.of(generation, catalogue, concerned));
		return best(new Map(others.map((other) => [other.id, closeness(other.features)])), kept);
	}
}
