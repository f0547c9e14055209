/** An array of numbers with room at its end. */
type Numbers = NarrowArray | Float32Array | Float64Array;

export const EMPTY = new Uint32Array(0);

/** The array with room for so many items. */
export function enlarged<T extends Numbers>(array: T, length: number): T {
	if (length <= array.length) return array;
	const Kind = array.constructor as new (length: number) => T;
	const copy = new Kind(Math.max(4, length, array.length + (array.length >>> 2)));
	copy.set(array);
	return copy;
}

/** Whole numbers from 0 on, which take no more bytes each than the largest of them needs. */
export type NarrowArray = Uint8Array | Uint16Array | Uint32Array;

export const NARROWEST: NarrowArray = new Uint8Array(0);

/** The array, or one with the same numbers that has room for one as large as this. */
export function widened(array: NarrowArray, largest: number): NarrowArray {
	if (largest < 2 ** (8 * array.BYTES_PER_ELEMENT)) return array;
	return largest < 2 ** 16 ? Uint16Array.from(array) : Uint32Array.from(array);
}
