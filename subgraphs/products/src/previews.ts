import type { FileStore, StoredFile } from '@infinite-blob/files/file-store';
import { type MediaFormat, mediaFormats } from './domain/media-format.ts';
import { originalKey, type PictureFormat, pictureFormats, type Size } from './domain/picture.ts';
import { encodePreview } from './encode-preview.ts';
import type { Job, Lanes } from './lanes.ts';

/** One public picture of an original. */
export interface Preview {
	/** The original's SHA-256, in hex. */
	hash: string;
	size: Size;
	format: MediaFormat;
}

/** The public pictures of originals: made when first asked for, then kept. */
export class Previews {
	readonly #files: FileStore;
	readonly #lanes: Lanes;
	readonly #making = new Map<string, Job<void>>();

	constructor(files: FileStore, lanes: Lanes) {
		this.#files = files;
		this.#lanes = lanes;
	}

	/** The picture, if it has been made already. */
	kept(preview: Preview): Promise<StoredFile | undefined> {
		return this.#files.find(previewKey(preview));
	}

	/**
	 * The picture, made if need be; undefined when there is no original of this hash.
	 *
	 * @throws LanesFull, what the file store says, or what sharp says of an original that cannot be decoded
	 */
	async find(preview: Preview): Promise<StoredFile | undefined> {
		const kept = await this.kept(preview);
		if (kept) return kept;
		const job = await this.#make(preview, true);
		await job?.done;
		return job && this.kept(preview);
	}

	/** As `find`, when there is nothing more urgent to do. */
	async prepare(preview: Preview): Promise<void> {
		if (!(await this.kept(preview))) await (await this.#make(preview, false))?.done;
	}

	/** Makes the picture once, however many ask for it at the same time. */
	async #make(preview: Preview, urgent: boolean): Promise<Job<void> | undefined> {
		const original = await this.#original(preview.hash);
		if (!original) return undefined;
		const key = previewKey(preview);
		const making = this.#making.get(key);
		if (making && urgent) making.hurry();
		if (making) return making;
		const job = this.#lanes.add(() => this.#derive(key, original, preview), urgent);
		this.#making.set(key, job);
		job.done.catch(() => {}).finally(() => this.#making.delete(key));
		return job;
	}

	async #derive(key: string, original: string, { size, format }: Preview): Promise<void> {
		// It may have been finished, here or by another replica, since it was looked for.
		if (await this.#files.find(key)) return;
		await this.#files.put(key, await encodePreview(await this.#files.read(original), size, format));
	}

	async #original(hash: string): Promise<string | undefined> {
		for (const format of Object.keys(pictureFormats) as PictureFormat[]) {
			const key = originalKey(hash, format);
			if (await this.#files.find(key)) return key;
		}
		return undefined;
	}
}

function previewKey({ hash, size, format }: Preview): string {
	return `media/${hash}/${size.toLowerCase()}.${mediaFormats[format].extension}`;
}
