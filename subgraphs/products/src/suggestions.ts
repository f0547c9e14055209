import type { Product } from './domain/product.ts';
import { nameQuery, productQuery } from './domain/product-query.ts';
import { searchable, searchWords } from './domain/search-words.ts';
import type { ProductIndex } from './product-index.ts';
import type { Spelling } from './spelling.ts';

/** What a search that is being typed may become: a tag, or an artwork's name. */
export type Suggestion = { text: string; tag: string } | { text: string; product: Product };

/** Of the suggestions, so many may be tags where artworks' names fit, too. */
const tagShare = 1 / 3;
const mostTags = 1_000;
const tagsKeptMs = 30_000;

/** Completes searches while they are typed. */
export class Suggestions {
	readonly #index: ProductIndex;
	readonly #spelling: Spelling;
	readonly #now: () => number;
	#tags: Promise<{ tag: string; plain: string }[]> | undefined;
	#tagsReadAt = 0;

	constructor(index: ProductIndex, spelling: Spelling, now: () => number) {
		this.#index = index;
		this.#spelling = spelling;
		this.#now = now;
	}

	/** Tags and names that go on as the text does, those bought or used most often first. */
	async complete(text: string, first: number): Promise<Suggestion[]> {
		const words = searchWords(text);
		if (words.length === 0) return [];
		const found = await this.#complete(words, first);
		if (found.length > 0) return found;
		const corrected = await this.#spelling.correct(words);
		return corrected ? this.#complete(corrected, first) : [];
	}

	async #complete(words: string[], first: number): Promise<Suggestion[]> {
		const sortBy = { field: 'downloads', descending: true };
		const [tags, { products }] = await Promise.all([
			this.#tagsFor(words),
			this.#index.find(nameQuery(words), { offset: 0, count: first, sortBy }),
		]);
		const room = Math.max(Math.ceil(first * tagShare), first - products.length);
		const named = products.map((product) => ({ text: product.name, product }));
		return [...tags.slice(0, room).map((tag) => ({ text: tag, tag })), ...named].slice(0, first);
	}

	/** Tags that begin with the words, or have a word that does. */
	async #tagsFor(words: string[]): Promise<string[]> {
		const beginning = words.join(' ');
		const all = await this.#allTags();
		const fitting = all.filter(({ plain }) => ` ${plain}`.includes(` ${beginning}`));
		return fitting.map(({ tag }) => tag);
	}

	/** The most frequent first. They change seldom, and every letter that is typed asks for them. */
	#allTags(): Promise<{ tag: string; plain: string }[]> {
		if (this.#tags && this.#now() - this.#tagsReadAt < tagsKeptMs) return this.#tags;
		this.#tagsReadAt = this.#now();
		const read = this.#index
			.tagFacets(productQuery({}) as string, mostTags)
			.then((facets) => facets.map(({ tag }) => ({ tag, plain: searchable(tag) })));
		read.catch(() => {
			if (this.#tags === read) this.#tags = undefined;
		});
		this.#tags = read;
		return read;
	}
}
