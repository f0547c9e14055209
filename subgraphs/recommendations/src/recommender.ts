import type { Redis } from '@infinite-blob/redis/connect';
import type { LiveCatalogue } from './catalogue/live-catalogue.ts';
import { forCart, type Part } from './domain/for-cart.ts';
import { mayBeProductId } from './domain/product-id.ts';
import { ranked, take } from './domain/ranking.ts';
import type { Popular } from './popular.ts';
import { Purchases } from './purchases.ts';

/** Of a larger cart, the last of its products are looked at: those that were put there last. */
const mostParts = 50;
/** So many products are weighed for a cart, whatever is in it … */
const mostCandidates = 800;
/** … of which so many popular ones, and from each part no more than so many of either kind. */
const popularCandidates = 60;
const mostOfPart = 60;

/** Recommends products. */
export class Recommender {
	readonly #redis: Redis;
	readonly #catalogue: LiveCatalogue;
	readonly #popular: Popular;

	constructor(redis: Redis, catalogue: LiveCatalogue, popular: Popular) {
		this.#redis = redis;
		this.#catalogue = catalogue;
		this.#popular = popular;
	}

	/** Products like this one; filled up with popular ones, so that the list is as long as asked where possible. */
	async similar(id: string, first: number): Promise<string[]> {
		const lists = await this.#catalogue.similarTo([id].filter(mayBeProductId), first);
		return this.#filledUp(
			first,
			lists.flatMap((scores) => [...scores.keys()]),
			new Set([id]),
		);
	}

	/** What buyers of this product bought too; shorter than asked when they bought less. */
	async boughtTogether(id: string, first: number): Promise<string[]> {
		if (!mayBeProductId(id)) return [];
		const { index } = this.#catalogue;
		const scores = await this.#purchases().boughtWith(id, (other) => other !== id && index.has(other));
		return ranked(scores).slice(0, first);
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
		const purchases = this.#purchases();
		const parts = await this.#parts(chosen, purchases);
		const offered = new Set([
			...parts.flatMap(({ together, similar }) => [...together.keys(), ...similar.keys()]),
			...this.#popular.list().slice(0, popularCandidates),
		]);
		const { index } = this.#catalogue;
		const candidates = [...offered.difference(excluded)].filter((id) => index.has(id));
		const market = await purchases.market([...chosen, ...candidates]);
		return this.#filledUp(first, forCart(parts, candidates, market, first), excluded);
	}

	/** What is known of the neighbours of each product. */
	async #parts(ids: readonly string[], purchases: Purchases): Promise<Part[]> {
		const each = Math.min(mostOfPart, Math.ceil((mostCandidates - popularCandidates) / 2 / ids.length));
		const [together, similar] = await Promise.all([
			purchases.partners(ids, each),
			this.#catalogue.similarTo(ids, each),
		]);
		return ids.map((id, place) => ({ id, together: together[place]!, similar: similar[place]! }));
	}

	#filledUp(first: number, ids: string[], excluded: ReadonlySet<string>): string[] {
		const found = take(first, [ids], excluded);
		return found.length === first ? found : take(first, [found, this.#popular.list()], excluded);
	}

	#purchases(): Purchases {
		return new Purchases(this.#redis, this.#catalogue.keys);
	}
}
