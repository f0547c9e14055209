import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { FileMissing, type FileStore } from './file-store.ts';

/** Keeps files in a folder, which several services may share. */
export function diskStore(folder: string): FileStore {
	const locate = (key: string): string => {
		if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(key)) throw new RangeError(`"${key}" is not a file's key`);
		return path.join(folder, key);
	};
	return {
		async put(key, content) {
			const file = locate(key);
			const draft = `${file}.${randomBytes(6).toString('hex')}.draft`;
			await mkdir(path.dirname(file), { recursive: true });
			try {
				await writeDurably(draft, content);
				await rename(draft, file);
			} catch (error) {
				await rm(draft, { force: true });
				throw error;
			}
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

/** Writes and waits for the disk, so that what is announced afterwards is really there. */
async function writeDurably(file: string, content: Uint8Array): Promise<void> {
	await using handle = await open(file, 'wx');
	await handle.writeFile(content);
	await handle.sync();
}

function isMissing(error: unknown): boolean {
	return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
