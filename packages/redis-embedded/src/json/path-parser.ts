import { RedisError, toBytes } from '../protocol/reply.ts';
import { numberOf } from './number.ts';
import type { Filter, Operand } from './path-filter.ts';
import { hideName } from './text.ts';

/** A step of a path; `deep` looks at all descendants. */
export type Segment = { readonly deep: boolean } & (
	| { readonly kind: 'all' }
	| { readonly kind: 'names'; readonly names: readonly string[] }
	| { readonly kind: 'indexes'; readonly indexes: readonly number[] }
	| { readonly kind: 'slice'; readonly start?: number; readonly end?: number; readonly step: number }
	| { readonly kind: 'filter'; readonly filter: Filter }
);

/** Parses a path that begins with `$`. */
export function parsePath(text: string): Segment[] {
	const parser = new PathParser(text);
	const segments = parser.segments();
	if (!parser.ended) throw parser.failure();
	return segments;
}

class PathParser {
	private position = 1;
	private readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
	get ended(): boolean {
		return this.position >= this.text.length;
	}

	segments(): Segment[] {
		const segments: Segment[] = [];
		for (;;) {
			if (this.take('..')) segments.push(this.take('[') ? this.bracket(true) : this.named(true));
			else if (this.take('.')) segments.push(this.take('[') ? this.bracket(false) : this.named(false));
			else if (this.take('[')) segments.push(this.bracket(false));
			else return segments;
		}
	}

	private named(deep: boolean): Segment {
		return this.take('*') ? { kind: 'all', deep } : { kind: 'names', deep, names: [this.name()] };
	}
	private name(): string {
		return hideName(this.match(/[\w`~+#%$^/:-]+/y)[0]);
	}

	private bracket(deep: boolean): Segment {
		let segment: Segment;
		if (this.take('*')) segment = { kind: 'all', deep };
		else if (this.take('?')) segment = { kind: 'filter', deep, filter: this.either() };
		else if (this.quoteFollows) {
			segment = { kind: 'names', deep, names: this.list(() => hideName(this.quoted())) };
		} else {
			const slice = this.attempt(/(-?(?!0\d)\d+)? *: *(-?(?!0\d)\d+)? *(?:: *([1-9]\d*)?)?/y);
			if (slice) {
				const [, start, end, step = '1'] = slice;
				segment = {
					kind: 'slice',
					deep,
					step: Number(step),
					...(start !== undefined && { start: Number(start) }),
					...(end !== undefined && { end: Number(end) }),
				};
			} else {
				const index = () => Number(this.match(/-?(?:[1-9]\d*|\d)/y)[0]);
				segment = { kind: 'indexes', deep, indexes: this.list(index) };
			}
		}
		this.expect(']');
		return segment;
	}

	private list<T>(item: () => T): T[] {
		const items = [item()];
		while (this.take(',')) items.push(item());
		return items;
	}

	/**
	 * A string: a backslash stands before another one, or before the quote that the string stands in. Spaces it begins
	 * with are left out, as in RedisJSON.
	 */
	private quoted(): string {
		const [whole] = this.match(/"(?:[^"\\]|\\["\\])*"|'(?:[^'\\]|\\['\\])*'/y);
		return whole.slice(1, -1).replace(/^ +|\\(.)/g, '$1');
	}
	private get quoteFollows(): boolean {
		this.spaces();
		return /["']/.test(this.text[this.position] ?? '');
	}

	private either(): Filter {
		let left = this.both();
		while (this.take('||')) left = { kind: 'or', left, right: this.both() };
		return left;
	}
	private both(): Filter {
		let left = this.term();
		while (this.take('&&')) left = { kind: 'and', left, right: this.term() };
		return left;
	}
	private term(): Filter {
		if (this.take('(')) {
			const filter = this.either();
			this.expect(')');
			return filter;
		}
		const left = this.operand();
		const operator = this.attempt(/==|!=|<=|>=|=~|<|>/y)?.[0];
		if (operator === undefined) return { kind: 'exists', operand: left };
		return { kind: 'compare', operator, left, right: this.operand() };
	}
	private operand(): Operand {
		if (this.take('@')) return { from: 'here', segments: this.relative() };
		if (this.take('$')) return { from: 'root', segments: this.relative() };
		if (this.quoteFollows) return { from: 'literal', value: this.quoted() };
		const [literal] = this.match(/true|false|null|-?(?:[1-9]\d*|\d)(?:\.\d+)?/y);
		return { from: 'literal', value: /[tfn]/.test(literal) ? JSON.parse(literal) : numberOf(literal) };
	}
	/** The steps after `@` or `$`: the first may go without its dot. */
	private relative(): Segment[] {
		this.spaces();
		const bare = /[\w`~+#%$^/:*-]/.test(this.text[this.position] ?? '');
		return bare ? [this.named(false), ...this.segments()] : this.segments();
	}

	private spaces(): void {
		while (this.text[this.position] === ' ') this.position++;
	}
	private take(token: string): boolean {
		this.spaces();
		if (!this.text.startsWith(token, this.position)) return false;
		this.position += token.length;
		return true;
	}
	private expect(token: string): void {
		if (!this.take(token)) throw this.failure();
	}
	private attempt(pattern: RegExp): RegExpExecArray | null {
		this.spaces();
		pattern.lastIndex = this.position;
		const match = pattern.exec(this.text);
		if (match) this.position += match[0].length;
		return match;
	}
	private match(pattern: RegExp): RegExpExecArray {
		const match = this.attempt(pattern);
		if (match === null) throw this.failure();
		return match;
	}
	failure(): RedisError {
		const before = toBytes(this.text.slice(0, this.position));
		const where = this.ended
			? `${before} <<<<----`
			: `${before} ---->>>> ${toBytes(this.text.slice(this.position))}`;
		return new RedisError(
			`Error occurred on position ${before.length}, "${where}", expected one of the following: <string>, '*', '..'.`,
		);
	}
}
