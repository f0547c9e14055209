import { RedisError } from './reply.ts';

const MAX_ARGUMENTS = 2 ** 31 - 1;
/** Half of what Redis takes: a string of V8 has 2^29 characters at most, and a value is written down with its key. */
export const MAX_BULK = 256 * 1024 * 1024;
const MAX_INLINE = 64 * 1024;
/** So many words of a command are given their room beforehand. */
const FEW = 16;
/** What a string takes beside its characters. */
const WORD_BYTES = 32;
const NOTHING = Buffer.alloc(0);
const STAR = 42;
const DOLLAR = 36;
const CR = 13;
const LF = 10;

/** Turns a connection's bytes into commands, however the bytes are split. */
export class CommandParser {
	/** What came and is not yet joined to the buffer. */
	private chunks: Buffer[] = [];
	private buffer: Buffer = NOTHING;
	private position = 0;
	/** Bytes that came and were not read yet. */
	private unread = 0;
	/** How many of them must be there before another attempt is worth it. */
	private needed = 1;
	/** Of the command that is not whole yet: its words, how many there will be, and how many are there by now. */
	private words: string[] = [];
	private count = 0;
	private wordsRead = 0;
	/** How many bytes of it were read. */
	private takenBytes = 0;
	private readonly maxBulk: number;

	constructor(maxBulk = MAX_BULK) {
		this.maxBulk = maxBulk;
	}

	/** Bytes of memory that everything takes which came and was not handed over, about. */
	get size(): number {
		return this.unread + this.takenBytes + this.wordsRead * WORD_BYTES;
	}

	push(chunk: Buffer): void {
		this.chunks.push(chunk);
		this.unread += chunk.length;
	}

	/**
	 * The next whole command, or undefined until more bytes come. Throws a RedisError on a malformed frame,
	 * after which the connection must be closed.
	 */
	next(): string[] | undefined {
		while (this.unread >= this.needed) {
			const args = this.take();
			if (args !== undefined) return args;
			// What is left is part of one command: no more than that is copied.
			if (this.chunks.length > 0 && this.unread >= this.needed) this.join();
		}
		if (this.unread === 0) {
			// It may be large, and the client silent for long.
			this.buffer = NOTHING;
			this.position = 0;
		}
		return undefined;
	}

	/** The next whole command in the buffer. */
	private take(): string[] | undefined {
		this.needed = 1;
		while (this.position < this.buffer.length) {
			const start = this.position;
			const isFrame = this.count > 0 || this.buffer[start] === STAR;
			const args = isFrame ? this.frame() : this.inline();
			this.unread -= this.position - start;
			if (args === undefined) {
				this.takenBytes += this.position - start;
				this.needed = Math.max(this.needed, this.buffer.length - this.position + 1);
				return undefined;
			}
			this.takenBytes = 0;
			if (args.length > 0) return args;
		}
		return undefined;
	}

	private join(): void {
		const rest = this.buffer.subarray(this.position);
		if (rest.length > 0) this.chunks.unshift(rest);
		this.buffer = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
		this.position = 0;
		this.chunks = [];
	}

	/** Reads on in a command; words that are there are not read again when the rest comes. */
	private frame(): string[] | undefined {
		const data = this.buffer;
		if (this.count === 0) {
			const end = this.lineEnd(this.position, 'too big mbulk count string');
			if (end < 0) return undefined;
			const count = number(data, this.position + 1, end);
			if (!(count <= MAX_ARGUMENTS)) throw new RedisError('ERR Protocol error: invalid multibulk length');
			this.position = end + 2;
			if (count <= 0) return [];
			this.count = count;
			// A list that grows takes several times as much.
			this.words = count <= FEW ? new Array(count) : [];
		}
		const { words, count } = this;
		let at = this.position;
		for (; this.wordsRead < count; this.wordsRead++) {
			this.position = at;
			if (at >= data.length) return undefined;
			if (data[at] !== DOLLAR) {
				const found = String.fromCharCode(data[at]!);
				throw new RedisError(`ERR Protocol error: expected '$', got '${found}'`);
			}
			const end = this.lineEnd(at, 'too big bulk count string');
			if (end < 0) return undefined;
			const length = number(data, at + 1, end);
			if (!(length >= 0 && length <= this.maxBulk)) {
				throw new RedisError('ERR Protocol error: invalid bulk length');
			}
			const start = end + 2;
			if (start + length + 2 > data.length) {
				this.needed = start + length + 2 - at;
				return undefined;
			}
			words[this.wordsRead] = data.toString('latin1', start, start + length);
			at = start + length + 2;
		}
		this.position = at;
		this.words = [];
		this.count = this.wordsRead = 0;
		return words;
	}

	/** Where the CRLF of the line beginning at `from` is, or -1 while it is not there. */
	private lineEnd(from: number, tooBig: string): number {
		const data = this.buffer;
		let end = from + 1;
		while (end < data.length && data[end] !== CR) end++;
		if (end - from > MAX_INLINE) throw new RedisError(`ERR Protocol error: ${tooBig}`);
		return end + 1 < data.length ? end : -1;
	}

	private inline(): string[] | undefined {
		const end = this.buffer.indexOf(LF, this.position);
		if ((end < 0 ? this.buffer.length : end) - this.position > MAX_INLINE) {
			throw new RedisError('ERR Protocol error: too big inline request');
		}
		if (end < 0) return undefined;
		const line = this.buffer.toString('latin1', this.position, end);
		this.position = end + 1;
		const words = splitInline(line.endsWith('\r') ? line.slice(0, -1) : line);
		// What a page in a browser can make it send to any address.
		if (/^(post|host:)$/i.test(words[0] ?? ''))
			throw new RedisError('ERR Protocol error: this is HTTP, whose words would be taken for commands');
		return words;
	}
}

function number(data: Buffer, from: number, to: number): number {
	let value = 0;
	let sign = 1;
	let at = from;
	if (data[at] === 45) {
		sign = -1;
		at++;
	}
	if (at === to || to - at > 15) return Number.NaN;
	// Nor is there more than one spelling of a number.
	if (data[at] === 48 && to - from > 1) return Number.NaN;
	for (; at < to; at++) {
		const digit = data[at]! - 48;
		if (digit < 0 || digit > 9) return Number.NaN;
		value = value * 10 + digit;
	}
	return value * sign;
}

/** What C's isspace() takes for one, and no more: the bytes of other spaces are parts of letters as well. */
const SPACE = /[ \t-\r]/;
/** What ends a word. */
const END = /[ \t\r\n\0]/;
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' };

/** Words of a line typed by hand, with Redis's quoting: "…" with escapes, '…' without. */
export function splitInline(line: string): string[] {
	const words: string[] = [];
	let at = 0;
	for (;;) {
		while (at < line.length && SPACE.test(line[at]!)) at++;
		if (at >= line.length || line[at] === '\0') return words;
		let word = '';
		while (at < line.length && !END.test(line[at]!)) {
			const quote = line[at]!;
			if (quote !== '"' && quote !== "'") {
				word += quote;
				at++;
				continue;
			}
			at++;
			while (line[at] !== quote) {
				if (at >= line.length) throw new RedisError('ERR Protocol error: unbalanced quotes in request');
				if (line[at] === '\\' && at + 1 < line.length && (quote === '"' || line[at + 1] === "'")) {
					const hex = /^\\x([0-9a-fA-F]{2})/.exec(line.slice(at, at + 4));
					word += hex
						? String.fromCharCode(Number.parseInt(hex[1]!, 16))
						: (ESCAPES[line[at + 1]!] ?? line[at + 1]!);
					at += hex ? 4 : 2;
				} else word += line[at++];
			}
			at++;
			if (at < line.length && !SPACE.test(line[at]!) && line[at] !== '\0') {
				throw new RedisError('ERR Protocol error: unbalanced quotes in request');
			}
			break;
		}
		words.push(word);
	}
}
