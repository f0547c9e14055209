import type { FileStore, StoredFile } from '@infinite-blob/files/file-store';
import sharp from 'sharp';
import { dimensions, originalKey, type PictureFormat, pictureFormats, type Size } from './domain/picture.ts';
import { maxPixels } from './image-intake.ts';
import { watermark } from './watermark.ts';

/** So many are made side by side, each on one thread: answering queries must not wait behind them. */
const lanes = 2;
const quality = 80;

/** The public sizes of originals: made when first asked for, then kept. */
export class Previews {
	readonly #files: FileStore;
	readonly #making = new Map<string, Promise<void>>();
	readonly #lanes: Promise<unknown>[] = Array.from({ length: lanes }, () => Promise.resolve());
	#turn = 0;

	constructor(files: FileStore) {
		this.#files = files;
		sharp.concurrency(1);
	}

	/** The preview, or undefined when there is no original of this hash. */
	async find(hash: string, size: Size): Promise<StoredFile | undefined> {
		const key = previewKey(hash, size);
		const kept = await this.#files.find(key);
		if (kept) return kept;
		const original = await this.#original(hash);
		if (!original) return undefined;
		await this.#make(key, original, size);
		return this.#files.find(key);
	}

	/** Makes the preview once, however many ask for it at the same time. */
	#make(key: string, original: string, size: Size): Promise<void> {
		const making = this.#making.get(key);
		if (making) return making;
		const lane = this.#turn++ % lanes;
		const made = (this.#lanes[lane] as Promise<unknown>)
			.then(() => this.#derive(key, original, size))
			.finally(() => this.#making.delete(key));
		this.#lanes[lane] = made.catch(() => {});
		this.#making.set(key, made);
		return made;
	}

	async #derive(key: string, original: string, size: Size): Promise<void> {
		const image = sharp(await this.#files.read(original), { limitInputPixels: maxPixels });
		const { autoOrient } = await image.metadata();
		const { width, height } = dimensions(autoOrient, size);
		const preview = await image
			.autoOrient()
			.resize(width, height, { fit: 'fill' })
			.composite([{ input: watermark(width, height) }])
			.webp({ quality })
			.toBuffer();
		await this.#files.put(key, preview);
	}

	async #original(hash: string): Promise<string | undefined> {
		for (const format of Object.keys(pictureFormats) as PictureFormat[]) {
			const key = originalKey(hash, format);
			if (await this.#files.find(key)) return key;
		}
		return undefined;
	}
}

function previewKey(hash: string, size: Size): string {
	return `media/${hash}/${size.toLowerCase()}.webp`;
}
