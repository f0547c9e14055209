/** An array of numbers with room at its end. */
type Numbers = Uint32Array | Float32Array | Float64Array;

export const EMPTY = new Uint32Array(0);

/** The array with room for so many items. */
export function enlarged<T extends Numbers>(array: T, length: number): T {
	if (length <= array.length) return array;
	const Kind = array.constructor as new (length: number) => T;
	const copy = new Kind(Math.max(4, length, array.length + (array.length >>> 1)));
	copy.set(array);
	return copy;
}
