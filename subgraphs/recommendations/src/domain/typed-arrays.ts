type Numbers = Uint8Array | Uint32Array | Float32Array | Float64Array;

/** The array itself where it has room for so many numbers, else a larger one that begins with the same. */
export function withRoom<T extends Numbers>(array: T, count: number): T {
	if (count <= array.length) return array;
	// By a half, so that all the copying together costs little and no more than a third stands empty.
	const larger = new (array.constructor as new (length: number) => T)(Math.ceil(count * 1.5));
	larger.set(array);
	return larger;
}
