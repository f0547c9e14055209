import { RedisError } from '../protocol/reply.ts';
import type { Filter, Operand } from './path-filter.ts';

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
	const parser = new PathParser(text, 1);
	const segments = parser.segments();
	if (!parser.ended) throw new RedisError(`ERR Search path error at offset ${parser.position + 1}`);
	return segments;
}

class PathParser {
	position: number;
	private readonly text: string;

	constructor(text: string, position: number) {
		this.text = text;
		this.position = position;
	}
	get ended(): boolean {
		return this.position >= this.text.length;
	}

	segments(): Segment[] {
		const segments: Segment[] = [];
		for (;;) {
			this.spaces();
			const deep = this.take('..');
			if (!deep && !this.take('.') && this.text[this.position] !== '[') return segments;
			segments.push(this.take('[') ? this.bracket(deep) : this.dotted(deep));
		}
	}

	private dotted(deep: boolean): Segment {
		if (this.take('*')) return { kind: 'all', deep };
		return { kind: 'names', deep, names: [this.match(/[\p{L}\p{N}_$@-]+/uy)[0]] };
	}

	private bracket(deep: boolean): Segment {
		this.spaces();
		let segment: Segment;
		if (this.take('*')) segment = { kind: 'all', deep };
		else if (this.take('?')) segment = { kind: 'filter', deep, filter: this.filter() };
		else if (/['"]/.test(this.text[this.position] ?? '')) {
			segment = { kind: 'names', deep, names: this.list(() => this.quoted()) };
		} else {
			const slice = this.attempt(/(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*(\d+))?/y);
			if (slice) {
				const [, start, end, step = '1'] = slice;
				if (Number(step) === 0) throw this.failure();
				segment = {
					kind: 'slice',
					deep,
					step: Number(step),
					...(start !== undefined && { start: Number(start) }),
					...(end !== undefined && { end: Number(end) }),
				};
			} else segment = { kind: 'indexes', deep, indexes: this.list(() => Number(this.match(/-?\d+/y)[0])) };
		}
		this.expect(']');
		return segment;
	}

	private list<T>(item: () => T): T[] {
		const items = [item()];
		for (this.spaces(); this.take(','); this.spaces()) {
			this.spaces();
			items.push(item());
		}
		return items;
	}

	private quoted(): string {
		const [, double, single] = this.match(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/sy);
		try {
			return JSON.parse(`"${double ?? single!.replace(/\\'/g, "'").replace(/"/g, '\\"')}"`);
		} catch {
			throw this.failure();
		}
	}

	private filter(): Filter {
		this.spaces();
		this.expect('(');
		const filter = this.either();
		this.expect(')');
		return filter;
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
		this.spaces();
		if (this.take('!')) return { kind: 'not', filter: this.term() };
		if (this.text[this.position] === '(') {
			const filter = this.filter();
			this.spaces();
			return filter;
		}
		const left = this.operand();
		this.spaces();
		const operator = this.attempt(/==|!=|<=|>=|=~|<|>/y)?.[0];
		if (operator === undefined) return { kind: 'exists', operand: left };
		this.spaces();
		const right = this.operand();
		this.spaces();
		return { kind: 'compare', operator, left, right };
	}
	private operand(): Operand {
		if (this.take('@')) return { from: 'here', segments: this.segments() };
		if (this.take('$')) return { from: 'root', segments: this.segments() };
		if (/['"]/.test(this.text[this.position] ?? '')) return { from: 'literal', value: this.quoted() };
		const [literal] = this.match(/true|false|null|-?\d+(\.\d+)?([eE][+-]?\d+)?/y);
		return { from: 'literal', value: JSON.parse(literal) };
	}

	private spaces(): void {
		while (this.text[this.position] === ' ') this.position++;
	}
	private take(token: string): boolean {
		if (!this.text.startsWith(token, this.position)) return false;
		this.position += token.length;
		return true;
	}
	private expect(token: string): void {
		this.spaces();
		if (!this.take(token)) throw this.failure();
	}
	private attempt(pattern: RegExp): RegExpExecArray | null {
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
	private failure(): RedisError {
		return new RedisError(`ERR Error occurred on position ${this.position}, in path '${this.text}'`);
	}
}
