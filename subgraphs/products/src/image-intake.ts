import { createHash } from 'node:crypto';
import type { FileStore } from '@infinite-blob/files/file-store';
import sharp from 'sharp';
import { originalKey, type Picture, sniffFormat } from './domain/picture.ts';

/** The bytes are no picture that the shop takes. The message says which it takes. */
export class InvalidImage extends Error {
	override name = 'InvalidImage';
}

const maxBytes = 20 * 1024 * 1024;
/** A small file can hold a picture that fills the memory. */
export const maxPixels = 50_000_000;
const placeholderSide = 16;

/**
 * Checks an original by its content and keeps it.
 *
 * @throws InvalidImage
 */
export async function takeImage(files: FileStore, bytes: Buffer): Promise<Picture> {
	if (bytes.length > maxBytes) throw new InvalidImage('The image is larger than 20 MB.');
	const format = sniffFormat(bytes);
	if (!format) throw new InvalidImage('The image is no PNG, JPEG or WebP.');
	const picture = { ...(await measure(bytes, format)), hash: hashOf(bytes), format };
	const key = originalKey(picture.hash, format);
	if ((await files.find(key))?.size !== bytes.length) await files.put(key, bytes);
	return picture;
}

/** Decodes the whole picture, so that a damaged one is noticed now. */
async function measure(
	bytes: Buffer,
	format: string,
): Promise<Pick<Picture, 'width' | 'height' | 'placeholder'>> {
	try {
		const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' });
		const { format: found, pages = 1, autoOrient } = await image.metadata();
		if (found !== format || pages > 1) throw new InvalidImage('The image is animated, or not what it says.');
		const tiny = await image
			.autoOrient()
			.resize(placeholderSide, placeholderSide, { fit: 'inside' })
			.webp({ quality: 40, effort: 0 })
			.toBuffer();
		const { width, height } = autoOrient;
		return { width, height, placeholder: `data:image/webp;base64,${tiny.toString('base64')}` };
	} catch (error) {
		if (error instanceof InvalidImage) throw error;
		throw new InvalidImage('The image is damaged, or has more than 50 million pixels.', { cause: error });
	}
}

function hashOf(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}
