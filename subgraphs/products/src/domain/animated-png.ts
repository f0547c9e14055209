const signatureLength = 8;

/**
 * Whether a PNG is an animation: an `acTL` chunk before the first `IDAT` makes it one. Decoders that know no APNG show
 * its first picture and say nothing, so that what is shown and what is sold would not be the same.
 */
export function isAnimatedPng(png: Uint8Array): boolean {
	const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
	// A chunk: the length of its data, its type, the data, a checksum.
	for (let at = signatureLength; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
		const type = bytes.toString('latin1', at + 4, at + 8);
		if (type === 'acTL') return true;
		if (type === 'IDAT') return false;
	}
	return false;
}
