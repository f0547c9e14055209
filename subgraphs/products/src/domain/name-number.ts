/** What a name's sort key is made of, in its order; the end of a key comes before them all. */
const letters = ' 0123456789abcdefghijklmnopqrstuvwxyz~';
const base = letters.length + 1;
// The most whose numbers stay below 2^53, where whole numbers are exact.
const length = 10;

/**
 * The beginning of a name's sort key as a number in the same order, since search engines compare ranges of numbers
 * alone. Keys that begin alike have the same.
 */
export function nameNumber(nameKey: string): number {
	let number = 0;
	for (let place = 0; place < length; place++) {
		const letter = nameKey[place];
		number = number * base + (letter === undefined ? 0 : letters.indexOf(letter) + 1);
	}
	return number;
}
