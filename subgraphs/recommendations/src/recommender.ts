import type { Redis } from '@infinite-blob/redis/connect';
import { Catalogue } from './catalogue.ts';
import { forCart, type Part } from './domain/for-cart.ts';
import { mayBeProductId } from './domain/product-id.ts';
import { best, ranked, take } from './domain/ranking.ts';
import { readGenerations } from './generations.ts';
import { keysOf } from './keys.ts';
import type { Neighbours } from './neighbours.ts';
import { readPopular } from './popular.ts';
import { Purchases } from './purchases.ts';

/** Of a larger cart, the last of its products are looked at: those that were put there last. */
const mostParts = 50;
/** So many products are weighed for a cart, whatever is in it … */
const mostCandidates = 800;
/** … of which so many popular ones, and from each part no more than so many of either kind. */
const popularCandidates = 60;
const mostOfPart = 60;

/** Recommends products, for one request: what its lists have in common is read once. */
export class Recommender {
	readonly #redis: Redis;
	readonly #neighbours: Neighbours;
	readonly #known = once(() => this.#open());
	readonly #popular = once(async () => {
		const { purchases, catalogue } = await this.#known();
		return readPopular(purchases, catalogue);
	});

	constructor(redis: Redis, neighbours: Neighbours) {
		this.#redis = redis;
		this.#neighbours = neighbours;
	}

	/** Products like this one; filled up with popular ones, so that the list is as long as asked where possible. */
	async similar(id: string, first: number): Promise<string[]> {
		const excluded = new Set([id]);
		if (!mayBeProductId(id)) return this.#filledUp(first, [], excluded);
		const { generation, catalogue } = await this.#known();
		const [scores] = await this.#neighbours.of(generation, [id]);
		return this.#filledUp(first, await catalogue.onSale(ranked(scores!)), excluded);
	}

	/** What buyers of this product bought too; shorter than asked when they bought less. */
	async boughtTogether(id: string, first: number): Promise<string[]> {
		if (!mayBeProductId(id)) return [];
		const { purchases, catalogue } = await this.#known();
		const ids = await catalogue.onSale(ranked(await purchases.boughtWith(id)));
		return take(first, [ids], new Set([id]));
	}

	/** Bought most of late, and then the newest. */
	async trending(first: number): Promise<string[]> {
		return this.#filledUp(first, [], new Set());
	}

	/** For those who like these products: by what was bought with them, what is like them and what is popular. */
	async forProducts(ids: readonly string[], first: number): Promise<string[]> {
		const excluded = new Set(ids);
		const chosen = [...excluded].filter(mayBeProductId).slice(-mostParts);
		if (chosen.length === 0) return this.#filledUp(first, [], excluded);
		const { purchases, catalogue } = await this.#known();
		const [parts, popular] = await Promise.all([this.#parts(chosen), this.#popular()]);
		const offered = new Set([
			...parts.flatMap(({ together, similar }) => [...together.keys(), ...similar.keys()]),
			...popular.slice(0, popularCandidates),
		]);
		const candidates = [...offered.difference(excluded)];
		const [onSale, market] = await Promise.all([
			catalogue.onSale(candidates),
			purchases.market([...chosen, ...candidates]),
		]);
		return this.#filledUp(first, forCart(parts, onSale, market, first), excluded);
	}

	/** What is known of the neighbours of each product: two questions for each, asked at once. */
	async #parts(ids: readonly string[]): Promise<Part[]> {
		const { generation, purchases } = await this.#known();
		const each = Math.min(mostOfPart, Math.ceil((mostCandidates - popularCandidates) / 2 / ids.length));
		const [together, similar] = await Promise.all([
			Promise.all(ids.map((id) => purchases.partners(id, each))),
			this.#neighbours.of(generation, ids),
		]);
		return ids.map((id, place) => ({
			id,
			together: together[place]!,
			similar: best(similar[place]!, each),
		}));
	}

	async #filledUp(first: number, ids: string[], excluded: ReadonlySet<string>): Promise<string[]> {
		const found = take(first, [ids], excluded);
		return found.length === first ? found : take(first, [found, await this.#popular()], excluded);
	}

	async #open() {
		const generation = (await readGenerations(this.#redis)).current;
		const keys = keysOf(generation);
		return {
			generation,
			catalogue: new Catalogue(this.#redis, keys),
			purchases: new Purchases(this.#redis, keys),
		};
	}
}

/** What is read once, when it is needed first. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
	let reading: Promise<T> | undefined;
	return () => {
		reading ??= read();
		return reading;
	};
}
