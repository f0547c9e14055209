import { RedisError } from '../protocol/reply.ts';

/** RedisJSON lets a text open 127 arrays and objects inside each other. */
const MAX_DEPTH = 127;

/**
 * Finds where the first JSON value of a text (as bytes) ends, or throws what RedisJSON says of its first mistake.
 * Slow: for texts that JSON.parse refuses.
 */
export function endOfValue(text: string): number {
	const checker = new SyntaxCheck(text);
	checker.value();
	return checker.at;
}

export function syntaxMistake(message: string, text: string, at: number): RedisError {
	const start = text.lastIndexOf('\n', at - 1) + 1;
	const line = text.slice(0, start).split('\n').length;
	return new RedisError(`${message} at line ${line} column ${at - start}`);
}

class SyntaxCheck {
	at = 0;
	private depth = 0;
	private readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	value(): void {
		const next = this.peek();
		if (next === '') this.refuseNext('EOF while parsing a value');
		else if (next === '"') this.string();
		else if (next === '[') this.list(']', 'a list', () => this.value());
		else if (next === '{') this.list('}', 'an object', () => this.property());
		else if (/[-\d]/.test(next)) this.number();
		else {
			const word = ['null', 'true', 'false'].find((each) => each[0] === next);
			if (word === undefined) this.refuseNext('expected value');
			for (const letter of word) if (this.take('a value') !== letter) this.refuse('expected ident');
		}
	}

	private list(close: string, name: string, item: () => void): void {
		if (++this.depth > MAX_DEPTH) this.refuseNext('recursion limit exceeded');
		this.at++;
		for (let first = true; ; first = false) {
			let next = this.peek();
			if (next === close) break;
			if (next === '') this.refuseNext(`EOF while parsing ${name}`);
			if (!first) {
				if (next !== ',') this.refuseNext(`expected \`,\` or \`${close}\``);
				this.at++;
				next = this.peek();
				if (next === close) this.refuseNext('trailing comma');
			}
			item();
		}
		this.at++;
		this.depth--;
	}

	private property(): void {
		const next = this.peek();
		if (next === '') this.refuseNext('EOF while parsing a value');
		if (next !== '"') this.refuseNext('key must be a string');
		this.string();
		const colon = this.peek();
		if (colon === '') this.refuseNext('EOF while parsing an object');
		if (colon !== ':') this.refuseNext('expected `:`');
		this.at++;
		this.value();
	}

	private number(): void {
		const start = this.at;
		if (this.text[this.at] === '-') this.at++;
		const first = this.take('a value');
		if (!/\d/.test(first)) this.refuse('invalid number');
		if (first === '0' && this.nextIs(/\d/)) this.refuseNext('invalid number');
		this.digits();
		if (this.nextIs(/\./)) {
			this.at++;
			if (this.at === this.text.length) this.refuse('EOF while parsing a value');
			if (!this.nextIs(/\d/)) this.refuseNext('invalid number');
			this.digits();
		}
		if (this.nextIs(/[eE]/)) {
			this.at++;
			if (this.nextIs(/[-+]/)) this.at++;
			if (!/\d/.test(this.take('a value'))) this.refuse('invalid number');
			this.digits();
		}
		if (!Number.isFinite(Number(this.text.slice(start, this.at)))) this.refuse('number out of range');
	}

	private string(): void {
		this.at++;
		for (;;) {
			const next = this.take('a string');
			if (next === '"') return;
			if (next < ' ') {
				this.refuse('control character (\\u0000-\\u001F) found while parsing a string');
			}
			if (next !== '\\') continue;
			const escaped = this.take('a string');
			if (escaped === 'u') this.character();
			else if (!/["\\/bfnrt]/.test(escaped)) this.refuse('invalid escape');
		}
	}

	/** What follows `\u`: a character, or the first half of one with its second. */
	private character(): void {
		const code = this.hex();
		if (code >= 0xdc00 && code <= 0xdfff) this.refuse('lone leading surrogate in hex escape');
		if (code < 0xd800 || code > 0xdbff) return;
		for (const letter of '\\u') {
			if (this.take('a string') !== letter) this.refuse('unexpected end of hex escape');
		}
		const second = this.hex();
		if (second < 0xdc00 || second > 0xdfff) this.refuse('lone leading surrogate in hex escape');
	}

	private hex(): number {
		const digits = this.text.slice(this.at, this.at + 4);
		this.at += digits.length;
		if (digits.length < 4) this.refuse('EOF while parsing a string');
		if (!/^[\da-f]{4}$/i.test(digits)) this.refuse('invalid escape');
		return Number.parseInt(digits, 16);
	}

	private digits(): void {
		while (this.nextIs(/\d/)) this.at++;
	}
	private nextIs(pattern: RegExp): boolean {
		return pattern.test(this.text[this.at] ?? '');
	}
	/** The next character that is no space; none at the end. */
	private peek(): string {
		while (this.nextIs(/[ \n\t\r]/)) this.at++;
		return this.text[this.at] ?? '';
	}
	private take(inside: string): string {
		if (this.at === this.text.length) this.refuse(`EOF while parsing ${inside}`);
		return this.text[this.at++]!;
	}
	private refuse(message: string): never {
		throw syntaxMistake(message, this.text, this.at);
	}
	/** Counts the character it points at. */
	private refuseNext(message: string): never {
		throw syntaxMistake(message, this.text, Math.min(this.at + 1, this.text.length));
	}
}
