import type { Product } from './product.ts';
import { searchable } from './search-words.ts';

/** The fields that lists are sorted by, kept in the document beside the product's own. */
export interface SortKeys {
	newestKey: number;
	priceKey: number;
	nameKey: string;
}

/**
 * How a list is sorted and paged. By `key`: a cursor holds the unique key of an entry and the next page begins
 * beyond it, whatever was added meanwhile. By `name`: the same, with the place looked up. By `place`: the keys move,
 * so a cursor holds the place in the list.
 */
export type ProductOrder =
	| { paging: 'key'; field: 'newestKey' | 'priceKey'; descending: boolean }
	| { paging: 'name'; field: 'nameKey'; descending: false }
	| { paging: 'place'; field: 'downloads' | undefined; descending: true };

export type Sort = 'RELEVANCE' | 'NEWEST' | 'PRICE_ASC' | 'PRICE_DESC' | 'MOST_DOWNLOADED' | 'NAME';

export const orders: Record<Sort, ProductOrder> = {
	RELEVANCE: { paging: 'place', field: undefined, descending: true },
	NEWEST: { paging: 'key', field: 'newestKey', descending: true },
	PRICE_ASC: { paging: 'key', field: 'priceKey', descending: false },
	PRICE_DESC: { paging: 'key', field: 'priceKey', descending: true },
	MOST_DOWNLOADED: { paging: 'place', field: 'downloads', descending: true },
	NAME: { paging: 'name', field: 'nameKey', descending: false },
};

// Both keys stay below 2^53, where whole numbers are exact: prices up to 10^8 and times up to the year 2100.
const pricesSequences = 2 ** 26;
const momentsSequences = 2 ** 11;

/** Makes price, time and name unique by the product's sequence and id, so that no two entries share a place. */
export function sortKeys(
	product: Pick<Product, 'id' | 'name' | 'price' | 'createdAt' | 'sequence'>,
): SortKeys {
	const { id, name, price, createdAt, sequence } = product;
	return {
		newestKey: createdAt * momentsSequences + (sequence % momentsSequences),
		priceKey: price * pricesSequences + (sequence % pricesSequences),
		nameKey: `${asciiOrder(searchable(name))}\t${id}`,
	};
}

/** ASCII alone, so that every server sorts it the same way; other letters come after z, by code point. */
function asciiOrder(text: string): string {
	return text.replaceAll(
		/[^ -~]/gu,
		(letter) => `~${(letter.codePointAt(0) as number).toString(16).padStart(6, '0')}`,
	);
}
