import DataLoader from 'dataloader';
import type { Catalogue } from './catalogue.ts';
import { combined, ranked, type Scores, take } from './domain/ranking.ts';
import { similarity } from './domain/similarity.ts';
import type { Purchases } from './purchases.ts';

// More than any list asks for, so that enough is left when some are excluded or no longer sold.
const candidates = 200;

/** Recommends products, for one request: what its lists have in common is read once. */
export class Recommender {
	readonly #catalogue: Catalogue;
	readonly #purchases: Purchases;
	readonly #known;
	readonly #withTag;
	readonly #boughtWith;
	#size: Promise<number> | undefined;
	#popular: Promise<string[]> | undefined;

	constructor(catalogue: Catalogue, purchases: Purchases) {
		this.#catalogue = catalogue;
		this.#purchases = purchases;
		this.#known = new DataLoader((ids: readonly string[]) => catalogue.byIds(ids));
		this.#withTag = new DataLoader((tags: readonly string[]) =>
			Promise.all(tags.map((tag) => catalogue.withTag(tag))),
		);
		this.#boughtWith = new DataLoader((ids: readonly string[]) =>
			Promise.all(ids.map((id) => purchases.boughtWith(id, candidates))),
		);
	}

	/** Products like this one; filled up with popular ones, so that the list is as long as asked where possible. */
	async similar(id: string, first: number): Promise<string[]> {
		const [scores, popular] = await Promise.all([this.#similarity(id), this.#popularIds()]);
		return take(first, [ranked(scores), popular], new Set([id]));
	}

	/** What buyers of this product bought too; shorter than asked when they bought less. */
	async boughtTogether(id: string, first: number): Promise<string[]> {
		const scores = await this.#boughtWith.load(id);
		return take(first, [await this.#onSale(ranked(scores))], new Set([id]));
	}

	/** Bought most of late, and then the newest. */
	async trending(first: number): Promise<string[]> {
		return take(first, [await this.#popularIds()], new Set());
	}

	/** For those who like these products: what was bought with them, what is like them, what is popular. */
	async forProducts(ids: readonly string[], first: number): Promise<string[]> {
		const [bought, similar, popular] = await Promise.all([
			Promise.all(ids.map((id) => this.#boughtWith.load(id))),
			Promise.all(ids.map((id) => this.#similarity(id))),
			this.#popularIds(),
		]);
		const boughtIds = await this.#onSale(ranked(combined(bought)));
		return take(first, [boughtIds, ranked(combined(similar)), popular], new Set(ids));
	}

	async #similarity(id: string): Promise<Scores> {
		this.#size ??= this.#catalogue.size();
		const known = await this.#known.load(id);
		const members = await Promise.all((known?.tags ?? []).map((tag) => this.#withTag.load(tag)));
		return similarity(members, await this.#size);
	}

	#popularIds(): Promise<string[]> {
		this.#popular ??= Promise.all([
			this.#purchases.trending(candidates).then((ids) => this.#onSale(ids)),
			this.#catalogue.newest(candidates),
		]).then((lists) => [...new Set(lists.flat())]);
		return this.#popular;
	}

	async #onSale(ids: string[]): Promise<string[]> {
		const known = await Promise.all(ids.map((id) => this.#known.load(id)));
		return ids.filter((_, place) => known[place]?.available);
	}
}
