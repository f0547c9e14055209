/** The originals the shop takes, with the extension they are kept under. */
export const pictureFormats = { jpeg: 'jpg', png: 'png', webp: 'webp' } as const;
export type PictureFormat = keyof typeof pictureFormats;

/** The most pixels of an original: a small file can hold a picture that fills the memory. */
export const maxPixels = 50_000_000;

/** What is known of a product's original. */
export interface Picture {
	/** SHA-256 of the original's bytes, in hex. */
	hash: string;
	format: PictureFormat;
	/** In pixels, as shown: upright. */
	width: number;
	height: number;
	/** Tiny WebP as a data URL. */
	placeholder: string;
}

/** The public sizes: at most so many pixels on the longer side. */
export const sizes = { THUMBNAIL: 320, CARD: 720, FULL: 1440 } as const;
export type Size = keyof typeof sizes;

/** Where an original is in the file store. */
export function originalKey(hash: string, format: PictureFormat): string {
	return `originals/${hash}.${pictureFormats[format]}`;
}

/** The pixels of a size: the original's proportions, never enlarged. */
export function dimensions(original: { width: number; height: number }, size: Size) {
	const scale = Math.min(1, sizes[size] / Math.max(original.width, original.height));
	return {
		width: Math.max(1, Math.round(original.width * scale)),
		height: Math.max(1, Math.round(original.height * scale)),
	};
}

/** What the picture shows, in words: its name and what its tags say of it. */
export function altText({ name, tags }: { name: string; tags: string[] }): string {
	const shown = tags.slice(0, 4).join(', ');
	return shown ? `${name}, digital artwork: ${shown}` : `${name}, digital artwork`;
}

/** The format that the first bytes tell; a file's name and declared type can lie. */
export function sniffFormat(bytes: Uint8Array): PictureFormat | undefined {
	const starts = (text: string, at = 0) =>
		Buffer.from(text, 'latin1').equals(bytes.subarray(at, at + text.length));
	if (starts('\x89PNG\r\n\x1a\n')) return 'png';
	if (starts('\xff\xd8\xff')) return 'jpeg';
	if (starts('RIFF') && starts('WEBP', 8)) return 'webp';
	return undefined;
}
