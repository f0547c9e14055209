export const EMPTY = new Uint32Array(0);

/** Where the first of the ascending `length` items stands that is not below this one. */
export function lowerBound(array: Uint32Array, length: number, item: number): number {
	if (length === 0 || array[length - 1]! < item) return length;
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (array[middle]! < item) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Puts an item among the first `length`, in a larger copy of the array when it is full. */
export function insertAt(array: Uint32Array, length: number, at: number, item: number): Uint32Array {
	const target = length < array.length ? array : enlarged(array, length + 1);
	if (at < length) target.copyWithin(at + 1, at, length);
	target[at] = item;
	return target;
}

/** Takes an item out of the first `length`. */
export function removeAt(array: Uint32Array, length: number, at: number): void {
	array.copyWithin(at, at + 1, length);
}

/** The array with room for so many items. */
export function enlarged<T extends Uint32Array | Float64Array>(array: T, length: number): T {
	if (length <= array.length) return array;
	const Kind = array.constructor as new (length: number) => T;
	const copy = new Kind(Math.max(4, length, array.length + (array.length >>> 1)));
	copy.set(array);
	return copy;
}
