import {
	close,
	closeSync,
	fdatasync,
	fdatasyncSync,
	fstatSync,
	fsyncSync,
	ftruncateSync,
	openSync,
	readSync,
	renameSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { StorageError } from './storage.ts';

/** What every file begins with: its format. */
const TITLE = Buffer.from('redis-embedded log 1\n');
/** Before each record: its length, its CRC-32, and the CRC-32 of these two, in little-endian. */
export const HEADER_BYTES = 12;
const WINDOW_BYTES = 1024 * 1024;

/** A file of records, appended one after the other. */
export class Segment {
	readonly file: string;
	/** Bytes of whole records, the title included. */
	size = TITLE.length;
	private readonly descriptor: number;
	private unsynced = false;
	private torn = false;

	private constructor(file: string, descriptor: number) {
		this.file = file;
		this.descriptor = descriptor;
	}

	/** Makes an empty one, whole or not at all. */
	static create(file: string): Segment {
		const partial = `${file}.new`;
		writeFileSync(partial, TITLE, { flush: true });
		renameSync(partial, file);
		const folder = openSync(path.dirname(file), 'r');
		fsyncSync(folder);
		closeSync(folder);
		return new Segment(file, openSync(file, 'r+'));
	}

	/**
	 * Opens one and hands over its records. Half a record at the end of the last file is what a death in mid-write
	 * left: it is cut off and kept beside. Anything else that is not what was written is a StorageError.
	 */
	static open(file: string, isLast: boolean, take: (record: Buffer) => void): Segment {
		const segment = new Segment(file, openSync(file, 'r+'));
		const { size, rest } = segment.read(take);
		segment.size = size;
		if (rest.length === 0) return segment;
		if (!isLast) throw damaged(file, 'it ends in the middle of a record');
		writeFileSync(`${file}.torn`, rest);
		segment.truncate();
		console.error(
			`redis-embedded: ${file} ended in the middle of a write that was never acknowledged; its last ${rest.length} bytes are in ${file}.torn now`,
		);
		return segment;
	}

	/** Hands over every record again; where the last one ends, and what is behind it. */
	read(take: (record: Buffer) => void): { size: number; rest: Buffer } {
		let window = Buffer.alloc(0);
		let [size, end] = [0, 0];
		/** The next bytes, or fewer where the file ends. */
		const peek = (length: number): Buffer => {
			while (window.length < length) {
				const more = Buffer.allocUnsafe(Math.max(length - window.length, WINDOW_BYTES));
				const read = readSync(this.descriptor, more, 0, more.length, end);
				if (read === 0) break;
				end += read;
				window = Buffer.concat([window, more.subarray(0, read)]);
			}
			return window.subarray(0, length);
		};
		const skip = (length: number): void => {
			window = window.subarray(length);
			size += length;
		};
		if (!peek(TITLE.length).equals(TITLE)) throw damaged(this.file, 'it does not begin as such a file does');
		skip(TITLE.length);
		for (;;) {
			const header = peek(HEADER_BYTES);
			if (header.length < HEADER_BYTES) return { size, rest: header };
			const length = recordLength(header);
			if (length === undefined) {
				const rest = peek(fstatSync(this.descriptor).size - size);
				// A machine that lost its power may have made the file longer and not yet written it.
				if (rest.every((byte) => byte === 0)) return { size, rest };
				throw damaged(this.file, `what is at byte ${size} is not what was written`);
			}
			const whole = peek(HEADER_BYTES + length);
			if (whole.length < HEADER_BYTES + length) return { size, rest: whole };
			const record = whole.subarray(HEADER_BYTES);
			if (crc32(record) !== header.readUInt32LE(4)) {
				throw damaged(this.file, `what is at byte ${size} is not what was written`);
			}
			take(record);
			skip(whole.length);
		}
	}

	/** Appends a record whole, or throws and leaves the file as it was. */
	append(record: Buffer, durable: boolean): void {
		if (this.torn) this.truncate();
		try {
			for (let at = 0; at < record.length; )
				at += writeSync(this.descriptor, record, at, record.length - at, this.size + at);
			if (durable) fdatasyncSync(this.descriptor);
			else this.unsynced = true;
		} catch (cause) {
			this.truncate();
			throw cause;
		}
		this.size += record.length;
	}

	/** Throws while the disk would not take a record of this many bytes. */
	probe(bytes: number): void {
		this.append(Buffer.alloc(bytes), false);
		this.size -= bytes;
		this.truncate();
	}

	/** Lets the disk keep what was appended, meanwhile. */
	startSync(): void {
		if (!this.unsynced) return;
		this.unsynced = false;
		fdatasync(this.descriptor, (cause) => {
			if (cause) console.error(`redis-embedded: cannot sync ${this.file}: ${cause.message}`);
		});
	}

	/** Waits until the disk has what was appended. */
	sync(): void {
		fdatasyncSync(this.descriptor);
		this.unsynced = false;
	}

	close(): void {
		closeSync(this.descriptor);
	}

	/** Removes the file, meanwhile: to free a large one takes the disk its time. */
	async remove(): Promise<void> {
		await rm(this.file, { force: true });
		close(this.descriptor);
	}

	private truncate(): void {
		this.torn = true;
		ftruncateSync(this.descriptor, this.size);
		this.torn = false;
	}
}

/** Fills in the header of a record that stands behind room for it. */
export function seal(record: Buffer): Buffer {
	record.writeUInt32LE(record.length - HEADER_BYTES, 0);
	record.writeUInt32LE(crc32(record.subarray(HEADER_BYTES)), 4);
	record.writeUInt32LE(crc32(record.subarray(0, 8)), 8);
	return record;
}

/** The length that a header tells, or undefined when it is none. */
const recordLength = (header: Buffer): number | undefined =>
	crc32(header.subarray(0, 8)) === header.readUInt32LE(8) ? header.readUInt32LE(0) : undefined;

const damaged = (file: string, reason: string): StorageError =>
	new StorageError(
		`${file} is damaged (${reason}) and was left as it is; put a backup in its place, or move it away to start empty`,
	);
