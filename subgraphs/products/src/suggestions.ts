import type { Product } from './domain/product.ts';
import { isLetter, nameQuery, productQuery } from './domain/product-query.ts';
import { searchable, searchWords } from './domain/search-words.ts';
import type { ProductIndex } from './product-index.ts';
import { RecentAnswers } from './recent-answers.ts';
import type { Spelling } from './spelling.ts';

/** What a search that is being typed may become: a tag, or an artwork's name. */
export type Suggestion = { text: string; tag: string } | { text: string; product: Product };

/** Of the suggestions, so many may be tags where artworks' names fit, too. */
const tagShare = 1 / 3;
const mostTags = 1_000;
/** Among so many of the artworks bought most often those are looked for that go on with a letter. */
const widened = 50;
const tagsKeptMs = 30_000;
// Many type the same letters, and nobody misses what was added or bought a moment ago.
const keptMs = 5_000;
const keptSuggestions = 2_000;

/** Completes searches while they are typed. */
export class Suggestions {
	readonly #index: ProductIndex;
	readonly #spelling: Spelling;
	readonly #recent: RecentAnswers<Suggestion[]>;
	/** They change seldom, and every letter that is typed asks for them. */
	readonly #tags: RecentAnswers<{ tag: string; plain: string }[]>;

	constructor(index: ProductIndex, spelling: Spelling, now: () => number) {
		this.#index = index;
		this.#spelling = spelling;
		this.#recent = new RecentAnswers({ most: keptSuggestions, keptMs, now });
		this.#tags = new RecentAnswers({ most: 1, keptMs: tagsKeptMs, now });
	}

	/** Whoever changed the catalogue sees it at once. */
	forget(): void {
		this.#recent.forget();
	}

	/** Tags and names that go on as the text does, those bought or used most often first. */
	async complete(text: string, first: number): Promise<Suggestion[]> {
		const words = searchWords(text);
		if (words.length === 0) return [];
		return this.#recent.of(`${first} ${words.join(' ')}`, () => this.#corrected(words, first));
	}

	async #corrected(words: string[], first: number): Promise<Suggestion[]> {
		const found = await this.#complete(words, first);
		if (found.length > 0) return found;
		const corrected = await this.#spelling.correct(words);
		return corrected ? this.#complete(corrected, first) : [];
	}

	async #complete(words: string[], first: number): Promise<Suggestion[]> {
		const [tags, products] = await Promise.all([this.#tagsFor(words), this.#productsFor(words, first)]);
		const room = Math.max(Math.ceil(first * tagShare), first - products.length);
		const named = products.map((product) => ({ text: product.name, product }));
		return [...tags.slice(0, room).map((tag) => ({ text: tag, tag })), ...named].slice(0, first);
	}

	/** Artworks whose names have the words. By a letter after other words the search engine finds nothing: it narrows here. */
	async #productsFor(words: string[], first: number): Promise<Product[]> {
		const last = words.at(-1) as string;
		const narrowsHere = words.length > 1 && isLetter(last);
		const count = narrowsHere ? Math.max(first, widened) : first;
		const sortBy = { field: 'downloads', descending: true };
		const { products } = await this.#index.find(nameQuery(words), { offset: 0, count, sortBy });
		const fitting = products.filter(({ name }) => narrowsHere && ` ${searchable(name)}`.includes(` ${last}`));
		return (fitting.length > 0 ? fitting : products).slice(0, first);
	}

	/** Tags that begin with the words, or have a word that does. */
	async #tagsFor(words: string[]): Promise<string[]> {
		const beginning = words.join(' ');
		const all = await this.#allTags();
		const fitting = all.filter(({ plain }) => ` ${plain}`.includes(` ${beginning}`));
		return fitting.map(({ tag }) => tag);
	}

	/** The most frequent first. */
	#allTags(): Promise<{ tag: string; plain: string }[]> {
		return this.#tags.of('all', async () => {
			const facets = await this.#index.tagFacets(productQuery({}) as string, mostTags);
			return facets.map(({ tag }) => ({ tag, plain: searchable(tag) }));
		});
	}
}
