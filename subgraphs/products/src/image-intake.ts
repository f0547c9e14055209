import type { FileStore } from '@infinite-blob/files/file-store';
import sharp from 'sharp';
import { isAnimatedPng } from './domain/animated-png.ts';
import { InvalidImage } from './domain/invalid-image.ts';
import { maxPixels, originalKey, type Picture, sniffFormat } from './domain/picture.ts';
import type { Lanes } from './lanes.ts';
import { plainPicture } from './plain-picture.ts';

const placeholderSide = 16;

/** Where originals come in: checked by their content, then kept. */
export class ImageIntake {
	readonly #files: FileStore;
	readonly #lanes: Lanes;

	constructor(files: FileStore, lanes: Lanes) {
		this.#files = files;
		this.#lanes = lanes;
	}

	/** Makes an original for a product that was given none, and keeps it. @throws as `take` */
	async takePlain(handle: string): Promise<Picture> {
		return this.take(await this.#lanes.add(() => plainPicture(handle), true).done);
	}

	/**
	 * Checks an original by decoding it and keeps it; of one that is refused nothing is kept.
	 *
	 * @throws InvalidImage, LanesFull, or what the file store says
	 */
	async take(bytes: Buffer): Promise<Picture> {
		const format = sniffFormat(bytes);
		if (!format) throw new InvalidImage('The image is no PNG, JPEG or WebP.');
		const measured = await this.#lanes.add(() => measure(bytes, format), true).done;
		const picture = { ...measured, hash: await hashOf(bytes), format };
		const key = originalKey(picture.hash, format);
		if ((await this.#files.find(key))?.size !== bytes.length) await this.#files.put(key, bytes);
		return picture;
	}
}

/** Decodes the whole picture, so that a damaged one is noticed now. */
async function measure(
	bytes: Buffer,
	format: string,
): Promise<Pick<Picture, 'width' | 'height' | 'placeholder'>> {
	try {
		const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' });
		const { format: found, pages = 1, autoOrient } = await image.metadata();
		if (found !== format) throw new InvalidImage('The image is not what its first bytes say.');
		if (pages > 1 || (format === 'png' && isAnimatedPng(bytes)))
			throw new InvalidImage('The image is animated.');
		const tiny = await image
			.autoOrient()
			.resize(placeholderSide, placeholderSide, { fit: 'inside' })
			.webp({ quality: 40, effort: 0 })
			.toBuffer();
		const { width, height } = autoOrient;
		return { width, height, placeholder: `data:image/webp;base64,${tiny.toString('base64')}` };
	} catch (error) {
		if (error instanceof InvalidImage) throw error;
		const tooLarge = /pixel limit/i.test((error as Error).message);
		const message = tooLarge ? 'The image has more than 50 million pixels.' : 'The image is damaged.';
		throw new InvalidImage(message, { cause: error });
	}
}

/** On another thread: 20 MB would hold up everybody else's requests. */
async function hashOf(bytes: Buffer): Promise<string> {
	return Buffer.from(await crypto.subtle.digest('SHA-256', bytes as Buffer<ArrayBuffer>)).toString('hex');
}
