import { HEADER_BYTES, seal } from './segment.ts';

const USUAL_BYTES = 1024 * 1024;
/** A shorter text costs less to copy byte by byte than to hand over. */
const SHORT = 24;
/** What stands around a word, at most. */
const FRAME_BYTES = 16;
const [STAR, DOLLAR, ZERO, CR, LF] = [42, 36, 48, 13, 10];

/** Builds records, in the protocol's arrays of words, in memory that it uses again. */
export class RecordBuffer {
	private bytes = Buffer.allocUnsafe(USUAL_BYTES);
	private end = HEADER_BYTES;

	/** Bytes so far, without the header. */
	get length(): number {
		return this.end - HEADER_BYTES;
	}
	/** Begins a record anew. */
	clear(): void {
		this.end = HEADER_BYTES;
		if (this.bytes.length > 16 * USUAL_BYTES) this.bytes = Buffer.allocUnsafe(USUAL_BYTES);
	}
	/** Adds an operation. */
	add(words: readonly string[]): void {
		this.begin(words.length);
		for (const word of words) this.word(word);
	}
	/** Begins an operation of so many words. */
	begin(words: number): void {
		this.reserve(FRAME_BYTES);
		this.frame(STAR, words);
	}
	word(text: string): void {
		const { length } = text;
		this.reserve(length + FRAME_BYTES);
		this.frame(DOLLAR, length);
		const { bytes } = this;
		let at = this.end;
		if (length >= SHORT) at += bytes.write(text, at, 'latin1');
		else for (let i = 0; i < length; i++) bytes[at++] = text.charCodeAt(i);
		bytes[at++] = CR;
		bytes[at++] = LF;
		this.end = at;
	}
	/** The record, until the next one is begun. */
	finish(): Buffer {
		return seal(this.bytes.subarray(0, this.end));
	}

	private reserve(more: number): void {
		const end = this.end + more;
		if (end <= this.bytes.length) return;
		const wider = Buffer.allocUnsafe(Math.max(end, this.bytes.length * 2));
		this.bytes.copy(wider, 0, 0, this.end);
		this.bytes = wider;
	}
	/** A sign, a number and the end of a line. */
	private frame(sign: number, number: number): void {
		const { bytes } = this;
		bytes[this.end++] = sign;
		let unit = 1;
		while (unit * 10 <= number) unit *= 10;
		for (let rest = number; unit >= 1; unit /= 10) {
			const digit = Math.floor(rest / unit);
			bytes[this.end++] = ZERO + digit;
			rest -= digit * unit;
		}
		bytes[this.end++] = CR;
		bytes[this.end++] = LF;
	}
}
