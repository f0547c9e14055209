import type { Product } from './domain/product.ts';
import type { ProductOrder } from './domain/product-order.ts';
import { type Criteria, productQuery } from './domain/product-query.ts';
import { searchWords } from './domain/search-words.ts';
import { pageByKey } from './page-by-key.ts';
import { pageByName } from './page-by-name.ts';
import { pageBySnapshot, type SnapshotPages } from './page-by-snapshot.ts';
import type { ProductIndex } from './product-index.ts';
import type { Spelling } from './spelling.ts';

/** What a cursor stands for: the key or name of its entry, or the entry's place in a snapshot. */
export type Position = { key: number } | { name: string } | { snapshot: string; place: number };

export interface PageRequest {
	size: number;
	/** The page before the position, or the list's last one. */
	backward: boolean;
	position?: Position | undefined;
}

export interface Edge {
	node: Product;
	/** Made when it is asked for. */
	cursor: () => string | Promise<string>;
}

/** A part of a list. */
export interface Page {
	edges: Edge[];
	hasNextPage: boolean;
	hasPreviousPage: boolean;
	totalCount: number;
	/** What was found with; undefined when nothing can match. */
	query: string | undefined;
	/** The search spelled right, where that is what was found. */
	correctedSearch?: string | undefined;
}

/** A page, and what was searched for. */
export interface ProductPage extends Page {
	criteria: Criteria;
	/** The words of the search, spelled right where nothing was found as typed. */
	words: string[];
}

/** Which products to list, in which order, and what the cursors of the list belong to. */
export interface Listing {
	criteria: Criteria;
	order: ProductOrder;
	kind: string;
}

const nothing: Page = {
	edges: [],
	hasNextPage: false,
	hasPreviousPage: false,
	totalCount: 0,
	query: undefined,
};

/** Lists products a page at a time. */
export class ProductListing {
	readonly #parts: SnapshotPages & { index: ProductIndex };
	readonly #spelling: Spelling;

	constructor(parts: SnapshotPages & { index: ProductIndex }, spelling: Spelling) {
		this.#parts = parts;
		this.#spelling = spelling;
	}

	/** A page as it was searched for; where nothing is found, as the search was probably meant. */
	async page(listing: Listing, request: PageRequest): Promise<ProductPage> {
		const { criteria } = listing;
		const typed = searchWords(criteria.search ?? '');
		const found = await this.#find(listing, request, typed);
		if (found.totalCount > 0 || typed.length === 0) return { ...found, criteria, words: typed };
		const corrected = await this.#spelling.correct(typed);
		const meant = corrected && (await this.#find(listing, request, corrected, corrected.join(' ')));
		return { ...(meant && meant.totalCount > 0 ? meant : found), criteria, words: corrected ?? typed };
	}

	async #find(
		{ criteria, order, kind }: Listing,
		request: PageRequest,
		words: string[],
		correctedSearch?: string,
	): Promise<Page> {
		const query = productQuery(criteria, words);
		if (query === undefined) return nothing;
		const { index } = this.#parts;
		if (order.paging === 'snapshot') {
			const page = await pageBySnapshot(this.#parts, query, order, kind, request, correctedSearch);
			const right = page.correctedSearch;
			return right === undefined ? page : { ...page, query: productQuery(criteria, right.split(' ')) };
		}
		const page =
			order.paging === 'key'
				? await pageByKey(index, query, order, kind, request)
				: await pageByName(index, query, kind, request);
		return { ...page, correctedSearch };
	}
}
