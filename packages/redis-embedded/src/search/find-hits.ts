import type { Keyspace } from '../engine/keyspace.ts';
import { textError, toBytes } from '../protocol/reply.ts';
import { DocumentSet } from './fields/document-set.ts';
import { NumberColumn, type SortValue } from './fields/sort-column.ts';
import { cellReader } from './load.ts';
import { compareValues, firstOf } from './order.ts';
import { scoresOf } from './scores.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchOptions } from './search-options.ts';
import type { SortOrder } from './sort-order.ts';

/** A document of a page. */
export interface Hit {
	readonly slot: number;
	/** 0 where neither the order nor the reply needs it. */
	readonly score: number;
	/** What it is sorted by, where the reply needs it. */
	readonly sortKey?: SortValue | undefined;
}

type SortBy = NonNullable<SearchOptions['sortBy']>;

/** The hits of one page, and how many there are in all. */
export function findHits(
	db: Keyspace,
	index: SearchIndex,
	text: string,
	options: SearchOptions,
): [Hit[], number] {
	const { sortBy, offset, count, inKeys, withScores, withSortKeys } = options;
	const { documents } = index;
	const matcher = index.recent.of(index, text, options);
	if (sortBy && !index.field(sortBy.name)) {
		throw textError(`Property \`${sortBy.name}\` not loaded nor in schema`);
	}
	const found = inKeys ? withKeys(index, matcher.documents, inKeys) : matcher.documents;
	const total = found.size;
	let page: number[] = [];
	let scored: DocumentSet | undefined = sortBy ? undefined : found;
	const order = sortBy && orderOf(index, sortBy.name, options.dialect);
	const values = sortBy && sortValues(db, index, sortBy.name, order);
	if (sortBy && count > 0) {
		page =
			order?.page(found, offset, count, sortBy.descending) ?? sorted(index, found, options, values!, sortBy);
		if (withScores) scored = DocumentSet.of(page, documents.capacity);
	}
	const scores = scoresOf(index, options.scorer, matcher, scored);
	if (!sortBy && count > 0)
		page = scores.best?.(offset + count).slice(offset) ?? documents.page(found, offset, count);
	// What TFIDF finds nothing in, and which has no text to divide that by, is worth no number.
	const divides = /^tfidf/i.test(options.scorer);
	const nothing = (slot: number) => (divides && index.text.lengths[slot] === 0 ? Number.NaN : 0);
	const sortKey = (slot: number) => (withSortKeys ? values?.(slot) : undefined);
	const hits = page.map((slot) => ({
		slot,
		score: scores.of(slot) || nothing(slot),
		sortKey: sortKey(slot),
	}));
	if (scored !== found) scored?.release();
	if (found !== matcher.documents) found.release();
	return [hits, total];
}

function withKeys({ documents }: SearchIndex, found: DocumentSet, keys: Iterable<string>): DocumentSet {
	const slots = Iterator.from(keys).map((key) => documents.slotOf(key) ?? -1);
	return DocumentSet.of(
		slots.filter((slot) => slot >= 0),
		documents.capacity,
	).intersect(found);
}

type SortValues = (slot: number) => SortValue | undefined;

/** What keeps documents in the order of a field, if any: not where a list is what its text is, as in dialects 1 and 2. */
function orderOf(index: SearchIndex, name: string, dialect: number): SortOrder | undefined {
	const order = index.orders.get(name);
	const { sortable, path } = index.field(name)!;
	const isText = !sortable && dialect < 3 && path?.isStatic;
	return isText && order?.column instanceof NumberColumn && order.column.hasLists ? undefined : order;
}

/** What documents are sorted by in a field: kept for that, or looked up. */
function sortValues(db: Keyspace, index: SearchIndex, name: string, order?: SortOrder): SortValues {
	return order ? (slot) => order.column.get(slot) : cellReader(db, index, toBytes(name), false);
}

function sorted(
	{ documents: { numbers } }: SearchIndex,
	found: DocumentSet,
	{ offset, count }: SearchOptions,
	keyOf: SortValues,
	{ descending }: SortBy,
): number[] {
	const slots = found.slots();
	const values = new Map(Array.from(slots, (slot) => [slot, keyOf(slot)]));
	const compare = (a: number, b: number) => {
		const order = compareValues(values.get(a), values.get(b), descending);
		return order || (numbers[a]! - numbers[b]!) * (descending ? -1 : 1);
	};
	return firstOf(slots, offset + count, compare).slice(offset);
}
