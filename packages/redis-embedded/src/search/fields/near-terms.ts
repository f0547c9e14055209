import type { SortedList } from '../../engine/sorted-list.ts';
import type { Posting } from './posting.ts';

/**
 * The terms of a vocabulary, in its order, that differ from a word by at most so many insertions, deletions and
 * substitutions; no more than `limit`. Terms follow each other by their beginnings, so that each computes only the rows
 * of the distance's table which it does not share with the one before, and none once a shared row is out of reach.
 */
export function nearTerms(
	vocabulary: SortedList<Posting>,
	word: string,
	distance: number,
	limit: number,
): Posting[] {
	const width = word.length + 1;
	const longest = word.length + distance;
	const table = new Uint8Array((longest + 2) * width);
	for (let i = 0; i < width; i++) table[i] = Math.min(i, 255);
	const found: Posting[] = [];
	let last = '';
	/** Rows that are computed, and after how many characters no continuation is near. */
	let rows = 0;
	let hopeless = Number.POSITIVE_INFINITY;
	vocabulary.visit((posting) => {
		const { term } = posting;
		const shared = commonPrefix(last, term);
		if (shared >= hopeless) return true;
		last = term;
		hopeless = Number.POSITIVE_INFINITY;
		for (rows = Math.min(rows, shared); rows < term.length && rows <= longest; ) {
			if (fillRow(table, width, ++rows, term.charCodeAt(rows - 1), word) > distance) {
				hopeless = rows;
				return true;
			}
		}
		const costOf = (row: number) => table[row * width + word.length]!;
		// Like RediSearch, which takes one character more behind what is near if something near may follow.
		if (rows === term.length && Math.min(costOf(rows), costOf(rows - 1)) <= distance) found.push(posting);
		return found.length < limit;
	});
	return found;
}

/** Computes a row from the one above. @returns its least distance */
function fillRow(table: Uint8Array, width: number, row: number, char: number, word: string): number {
	const at = row * width;
	let least = Math.min(row, 255);
	table[at] = least;
	for (let i = 1; i < width; i++) {
		const above = table[at - width + i]! + 1;
		const left = table[at + i - 1]! + 1;
		const diagonal = table[at - width + i - 1]! + (word.charCodeAt(i - 1) === char ? 0 : 1);
		const cost = Math.min(above, left, diagonal, 255);
		table[at + i] = cost;
		if (cost < least) least = cost;
	}
	return least;
}

function commonPrefix(a: string, b: string): number {
	const end = Math.min(a.length, b.length);
	let length = 0;
	while (length < end && a.charCodeAt(length) === b.charCodeAt(length)) length++;
	return length;
}
