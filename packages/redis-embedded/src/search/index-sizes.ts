import type { SearchIndex } from './search-index.ts';

/** What an index holds, and the bytes which that takes, about. */
export interface IndexSizes {
	/** Words and stems that any document has. */
	readonly terms: number;
	/** Pairs of a document and what it is found by. */
	readonly records: number;
	readonly recordBytes: number;
	/** Lists of such pairs, in RediSearch's portions. */
	readonly blocks: number;
	/** Places of words in documents. */
	readonly offsets: number;
	readonly offsetBytes: number;
	readonly documentBytes: number;
	readonly keyBytes: number;
	/** Of the fields that are sortable. */
	readonly sortBytes: number;
	readonly totalBytes: number;
}

/** How many documents RediSearch keeps in a block. */
const BLOCK = 100;
/** What a number takes, be it a value or a document that has one. */
const NUMBER_BYTES = 8;

/** Looks at every term and every document. */
export function sizesOf({
	text,
	tags,
	numbers,
	points,
	orders,
	documents,
	definition,
}: SearchIndex): IndexSizes {
	let [terms, records, recordBytes, blocks] = [0, 0, 0, 0];
	text.terms.visit(({ size, bytes }) => {
		terms += Math.min(size, 1);
		records += size;
		recordBytes += bytes;
		blocks += Math.ceil(size / BLOCK);
	});
	for (const { records: some } of [...tags.values(), ...numbers.values(), ...points.values()]) {
		records += some;
		recordBytes += some * NUMBER_BYTES;
		blocks += Math.ceil(some / BLOCK);
	}
	const slots = documents.live.slots();
	let sortBytes = 0;
	for (const { name, sortable } of definition.fields) {
		const column = sortable ? orders.get(name)?.column : undefined;
		for (const slot of column ? slots : []) {
			const value = column!.get(slot);
			sortBytes += typeof value === 'string' ? value.length : NUMBER_BYTES;
		}
	}
	const { size: offsets, bytes: offsetBytes } = text.sequences;
	const documentBytes = documents.bytes;
	const keyBytes = documents.keys.reduce((sum, { length }) => sum + length, 0);
	return {
		...{ terms, records, recordBytes, blocks, offsets, offsetBytes, documentBytes, keyBytes, sortBytes },
		totalBytes: recordBytes + offsetBytes + documentBytes + keyBytes + sortBytes,
	};
}
