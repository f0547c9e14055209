import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Longer than any writing takes: an older draft is one of a process that died. */
const abandonedAfterMs = 60 * 60 * 1000;

/** Where files are written before they appear, so that each appears whole. */
export class Drafts {
	readonly #folder: string;
	#swept: Promise<void> | undefined;

	/** @param folder on the file system of the files themselves */
	constructor(folder: string) {
		this.#folder = folder;
	}

	/**
	 * Writes a draft, waits for the disk, and lets it be published; nothing is left of it afterwards.
	 *
	 * @param publish moves or links the draft, which it gets by its path
	 */
	async write<T>(content: Uint8Array, publish: (draft: string) => Promise<T>): Promise<T> {
		await mkdir(this.#folder, { recursive: true });
		// What cannot be cleared away now is at the next start; it must not keep anything from being stored.
		this.#swept ??= this.#sweep().catch(() => {});
		await this.#swept;
		const draft = path.join(this.#folder, randomBytes(9).toString('hex'));
		try {
			await writeDurably(draft, content);
			return await publish(draft);
		} finally {
			await rm(draft, { force: true });
		}
	}

	/** Removes what processes left that died while they wrote. */
	async #sweep(): Promise<void> {
		const oldest = Date.now() - abandonedAfterMs;
		for (const name of await readdir(this.#folder)) {
			const draft = path.join(this.#folder, name);
			// Another replica may sweep, or publish, the same one.
			const { mtimeMs } = await stat(draft).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
			if (mtimeMs < oldest) await rm(draft, { force: true });
		}
	}
}

/** Writes and waits for the disk, so that what is announced afterwards is really there. */
async function writeDurably(file: string, content: Uint8Array): Promise<void> {
	await using handle = await open(file, 'wx');
	await handle.writeFile(content);
	await handle.sync();
}

/** Waits until the names in a folder are on the disk; without it a loss of power may take back a file's name. */
export async function syncFolder(folder: string): Promise<void> {
	// Windows opens no folders.
	if (process.platform === 'win32') return;
	await using handle = await open(folder, 'r');
	await handle.sync();
}
