import sharp, { type Sharp } from 'sharp';
import type { MediaFormat } from './domain/media-format.ts';
import { dimensions, maxPixels, type Size } from './domain/picture.ts';
import { watermark } from './watermark.ts';

// Each piece of work keeps one thread busy, so that the lanes are what bounds it.
sharp.concurrency(1);
// Each original is read for one size and format; nothing is gained by keeping it in memory.
sharp.cache(false);

/** Chosen by measuring, see docs/decisions/0018. */
const encoders: Record<MediaFormat, (image: Sharp) => Sharp> = {
	AVIF: (image) => image.avif({ quality: 55, effort: 2 }),
	WEBP: (image) => image.webp({ quality: 80 }),
	JPEG: (image) => image.flatten({ background: '#fff' }).jpeg({ quality: 82, mozjpeg: true }),
};

/** An original cannot be decoded, although it could be when it came in. */
export class DamagedOriginal extends Error {
	override name = 'DamagedOriginal';
}

/**
 * Makes a public picture of an original: smaller, upright, in sRGB, with the watermark, and with nothing of what a
 * camera or a program wrote beside the pixels.
 *
 * @throws DamagedOriginal
 */
export async function encodePreview(original: Buffer, size: Size, format: MediaFormat): Promise<Buffer> {
	try {
		const image = sharp(original, { limitInputPixels: maxPixels });
		const { autoOrient } = await image.metadata();
		const { width, height } = dimensions(autoOrient, size);
		const marked = image
			.autoOrient()
			.resize(width, height, { fit: 'fill' })
			.composite([{ input: watermark(width, height) }]);
		return await encoders[format](marked).toBuffer();
	} catch (error) {
		throw new DamagedOriginal('the original cannot be decoded', { cause: error });
	}
}
