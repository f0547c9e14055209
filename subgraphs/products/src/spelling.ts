import { type Criteria, productQuery } from './domain/product-query.ts';
import { likeliest } from './domain/typing-errors.ts';
import type { ProductIndex } from './product-index.ts';

/** Spells searches by the words that the catalogue has. */
export class Spelling {
	readonly #index: ProductIndex;

	constructor(index: ProductIndex) {
		this.#index = index;
	}

	/**
	 * The words, each that no product has replaced by the one that was meant.
	 *
	 * @returns undefined when there is nothing to mend
	 */
	async correct(words: readonly string[]): Promise<string[] | undefined> {
		const spellings = await this.#index.spellings(words);
		const corrected = words.map((word) => likeliest(word, spellings.get(word) ?? []) ?? word);
		return corrected.some((word, place) => word !== words[place]) ? corrected : undefined;
	}

	/**
	 * A search that finds something where one for all of these words does not: without those that nothing has, and then
	 * without the rarest.
	 *
	 * @param words spelled right
	 */
	async alternative(criteria: Criteria, words: readonly string[]): Promise<string | undefined> {
		const counts = await Promise.all(words.map((word) => this.#count(criteria, [word])));
		let rest = words
			.map((word, place) => ({ word, count: counts[place] ?? 0 }))
			.filter(({ count }) => count > 0);
		while (rest.length > 0) {
			const left = rest.map(({ word }) => word);
			if ((await this.#count(criteria, left)) > 0) return left.join(' ');
			const rarest = Math.min(...rest.map(({ count }) => count));
			const dropped = rest.findLastIndex(({ count }) => count === rarest);
			rest = rest.filter((_, place) => place !== dropped);
		}
		return undefined;
	}

	async #count(criteria: Criteria, words: string[]): Promise<number> {
		const query = productQuery(criteria, words);
		return query === undefined ? 0 : this.#index.count(query);
	}
}
