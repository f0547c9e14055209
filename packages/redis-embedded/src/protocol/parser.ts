import { RedisError } from './reply.ts';

const MAX_ARGUMENTS = 1024 * 1024;
const MAX_BULK = 512 * 1024 * 1024;
const MAX_INLINE = 64 * 1024;
const STAR = 42;
const DOLLAR = 36;
const CR = 13;
const LF = 10;

/** Turns a connection's bytes into commands, however the bytes are split. */
export class CommandParser {
	/** What came and is not yet joined to the buffer. */
	private chunks: Buffer[] = [];
	private buffer: Buffer = Buffer.alloc(0);
	private position = 0;
	private size = 0;
	/** Bytes that must be there before another attempt is worth it. */
	private needed = 1;

	push(chunk: Buffer): void {
		this.chunks.push(chunk);
		this.size += chunk.length;
	}

	/**
	 * The next whole command, or undefined until more bytes come. Throws a RedisError on a malformed frame,
	 * after which the connection must be closed.
	 */
	next(): string[] | undefined {
		if (this.size < this.needed) return undefined;
		if (this.chunks.length > 0) {
			const rest = this.buffer.subarray(this.position);
			if (rest.length > 0) this.chunks.unshift(rest);
			this.buffer = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
			this.position = 0;
			this.chunks = [];
		}
		while (this.position < this.buffer.length) {
			const start = this.position;
			const args = this.buffer[start] === STAR ? this.frame() : this.inline();
			if (args === undefined) {
				this.needed = Math.max(this.needed, this.size + 1);
				return undefined;
			}
			this.size -= this.position - start;
			this.needed = 1;
			if (args.length > 0) return args;
		}
		return undefined;
	}

	private frame(): string[] | undefined {
		const data = this.buffer;
		let end = this.lineEnd(this.position, 'too big mbulk count string');
		if (end < 0) return undefined;
		const count = number(data, this.position + 1, end);
		if (!(count <= MAX_ARGUMENTS)) throw new RedisError('ERR Protocol error: invalid multibulk length');
		let at = end + 2;
		const args: string[] = [];
		for (let i = 0; i < count; i++) {
			if (at >= data.length) return undefined;
			if (data[at] !== DOLLAR) {
				const found = String.fromCharCode(data[at]!);
				throw new RedisError(`ERR Protocol error: expected '$', got '${found}'`);
			}
			end = this.lineEnd(at, 'too big bulk count string');
			if (end < 0) return undefined;
			const length = number(data, at + 1, end);
			if (!(length >= 0 && length <= MAX_BULK)) {
				throw new RedisError('ERR Protocol error: invalid bulk length');
			}
			at = end + 2;
			if (at + length + 2 > data.length) {
				this.needed = at + length + 2 - this.position;
				return undefined;
			}
			args.push(data.toString('latin1', at, at + length));
			at += length + 2;
		}
		this.position = at;
		return args;
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
		return splitInline(line.endsWith('\r') ? line.slice(0, -1) : line);
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
	for (; at < to; at++) {
		const digit = data[at]! - 48;
		if (digit < 0 || digit > 9) return Number.NaN;
		value = value * 10 + digit;
	}
	return value * sign;
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' };

/** Words of a line typed by hand, with Redis's quoting: "…" with escapes, '…' without. */
export function splitInline(line: string): string[] {
	const words: string[] = [];
	let at = 0;
	for (;;) {
		while (at < line.length && /\s/.test(line[at]!)) at++;
		if (at >= line.length) return words;
		let word = '';
		while (at < line.length && !/\s/.test(line[at]!)) {
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
			if (at < line.length && !/\s/.test(line[at]!)) {
				throw new RedisError('ERR Protocol error: unbalanced quotes in request');
			}
		}
		words.push(word);
	}
}
