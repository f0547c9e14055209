import { nameNumber } from './name-number.ts';
import type { Product } from './product.ts';
import { searchable } from './search-words.ts';

/** The fields that lists are sorted by, kept in the document beside the product's own. */
export interface SortKeys {
	newestKey: number;
	priceKey: number;
	nameKey: string;
	nameNumber: number;
}

/**
 * How a list is sorted and paged. By `key` and by `name`: a cursor holds the unique key of an entry and the next page
 * begins beyond it, whatever was added meanwhile. By `snapshot`: the order moves with every purchase, so what it was at
 * the first page is kept for the next ones.
 */
export type ProductOrder =
	| { paging: 'key'; field: 'newestKey' | 'priceKey'; descending: boolean }
	| { paging: 'name' }
	| { paging: 'snapshot'; ranking: 'relevance' | 'downloads' };

export type Sort = 'RELEVANCE' | 'NEWEST' | 'PRICE_ASC' | 'PRICE_DESC' | 'MOST_DOWNLOADED' | 'NAME';

export const orders: Record<Sort, ProductOrder> = {
	RELEVANCE: { paging: 'snapshot', ranking: 'relevance' },
	NEWEST: { paging: 'key', field: 'newestKey', descending: true },
	PRICE_ASC: { paging: 'key', field: 'priceKey', descending: false },
	PRICE_DESC: { paging: 'key', field: 'priceKey', descending: true },
	MOST_DOWNLOADED: { paging: 'snapshot', ranking: 'downloads' },
	NAME: { paging: 'name' },
};

// Both keys stay below 2^53, where whole numbers are exact: prices up to 10^8 and times up to the year 2100.
const pricesSequences = 2 ** 26;
const momentsSequences = 2 ** 11;

/** Makes price, time and name unique by the product's sequence and id, so that no two entries share a place. */
export function sortKeys(
	product: Pick<Product, 'id' | 'name' | 'price' | 'createdAt' | 'sequence'>,
): SortKeys {
	const { id, name, price, createdAt, sequence } = product;
	const nameKey = `${asciiOrder(searchable(name))}\t${id}`;
	return {
		newestKey: createdAt * momentsSequences + (sequence % momentsSequences),
		priceKey: price * pricesSequences + (sequence % pricesSequences),
		nameKey,
		nameNumber: nameNumber(nameKey),
	};
}

/** ASCII alone, so that every server sorts it the same way; other letters come after z, by code point. */
function asciiOrder(text: string): string {
	return text.replaceAll(
		/[^ -~]/gu,
		(letter) => `~${(letter.codePointAt(0) as number).toString(16).padStart(6, '0')}`,
	);
}
