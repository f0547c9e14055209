import type { Readable } from 'node:stream';

/** A file as it was when it was found; opening it fails once it is gone. */
export interface StoredFile {
	/** Bytes. */
	size: number;
	/** Opens the file, or the bytes from `start` to `end` of it, both included. */
	open(range?: { start: number; end: number }): Readable;
}

/**
 * Where originals, previews and invoices are kept. Keys are relative paths such as `invoices/ord_1.pdf`; a file
 * appears whole or not at all.
 */
export interface FileStore {
	/** Stores a file, replacing one of the same key. */
	put(key: string, content: Uint8Array): Promise<void>;
	/**
	 * Stores a file unless there is one of the same key, which then stays as it is, whoever tries at the same time.
	 *
	 * @returns whether it was stored
	 */
	putNew(key: string, content: Uint8Array): Promise<boolean>;
	/** The file's content. @throws FileMissing */
	read(key: string): Promise<Buffer>;
	/** The file, or undefined when there is none. */
	find(key: string): Promise<StoredFile | undefined>;
}

/** There is no file of this key. */
export class FileMissing extends Error {
	override name = 'FileMissing';
}
