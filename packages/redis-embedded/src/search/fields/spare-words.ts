/** Sets come in few sizes, so that what one has given back fits the next. */
const STEP = 256;
/** In words of four bytes. */
const MOST_SPARE = 4 * 1024 * 1024;

/** By length. */
const spare = new Map<number, Uint32Array[]>();
let held = 0;

/**
 * Memory for a set, with whatever was in it before. V8 counts what arrays take beside its heap and collects garbage for
 * it: all of a heap that is as large as the data, every second or so, had each query arrays of its own.
 *
 * @returns at least so many words
 */
export function takeWords(length: number): Uint32Array {
	const rounded = Math.ceil(length / STEP) * STEP;
	const words = spare.get(rounded)?.pop();
	if (words === undefined) return new Uint32Array(rounded);
	held -= rounded;
	return words;
}

/** Takes back what nobody looks at any more. */
export function reuse(words: Uint32Array): void {
	// Of a length that is not asked for any more, since there are more documents by now.
	if (held + words.length > MOST_SPARE) {
		spare.clear();
		held = 0;
	}
	held += words.length;
	const same = spare.get(words.length);
	if (same) same.push(words);
	else spare.set(words.length, [words]);
}
