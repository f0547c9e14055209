import { createReadStream } from 'node:fs';
import { link, mkdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { Drafts, syncFolder } from './drafts.ts';
import { FileMissing, type FileStore } from './file-store.ts';

/** Keeps files in a folder of one file system, which several services may share. */
export function diskStore(folder: string): FileStore {
	// No key begins with a dot: what is being written is never found.
	const drafts = new Drafts(path.join(folder, '.drafts'));
	const locate = (key: string): string => {
		if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(key)) throw new RangeError(`"${key}" is not a file's key`);
		return path.join(folder, key);
	};
	return {
		async put(key, content) {
			const file = locate(key);
			await makeFolder(path.dirname(file));
			await drafts.write(content, (draft) => rename(draft, file));
			await syncFolder(path.dirname(file));
		},
		async putNew(key, content) {
			const file = locate(key);
			await makeFolder(path.dirname(file));
			// rename(2) would replace what another one stored in the meantime; link(2) refuses.
			const stored = await drafts.write(content, (draft) => linkUnlessThere(draft, file));
			// Also when it was another one's: whoever relies on the file must not be faster than the disk.
			await syncFolder(path.dirname(file));
			return stored;
		},
		async read(key) {
			try {
				return await readFile(locate(key));
			} catch (error) {
				if (isMissing(error)) throw new FileMissing(`there is no file ${key}`);
				throw error;
			}
		},
		async find(key) {
			const file = locate(key);
			try {
				const { size } = await stat(file);
				return { size, open: (range) => createReadStream(file, range ?? {}) };
			} catch (error) {
				if (isMissing(error)) return undefined;
				throw error;
			}
		},
	};
}

/** Makes a folder with those above it, so that they outlast a loss of power as their files do. */
async function makeFolder(folder: string): Promise<void> {
	const first = await mkdir(folder, { recursive: true });
	if (first === undefined) return;
	for (let made = folder; made.length >= first.length; made = path.dirname(made)) {
		await syncFolder(path.dirname(made));
	}
}

async function linkUnlessThere(draft: string, file: string): Promise<boolean> {
	try {
		await link(draft, file);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

function isMissing(error: unknown): boolean {
	return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
