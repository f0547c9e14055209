import { parseInteger, syntaxError } from '../engine/arguments.ts';
import { RedisError } from '../protocol/reply.ts';

export interface ScanOptions {
	readonly cursor: number;
	readonly count: number;
	readonly pattern: string | undefined;
	/** Options that only some of the SCAN commands know. */
	readonly rest: string[];
}

/** The cursor at `at`, then MATCH and COUNT. */
export function scanOptions(args: readonly string[], at: number): ScanOptions {
	if (!/^\d{1,15}$/.test(args[at]!)) throw new RedisError('ERR invalid cursor');
	let count = 10;
	let pattern: string | undefined;
	const rest: string[] = [];
	for (let i = at + 1; i < args.length; i += 2) {
		const option = args[i]!.toUpperCase();
		const value = args[i + 1];
		if (value === undefined) throw syntaxError();
		if (option === 'MATCH') pattern = value;
		else if (option === 'COUNT') {
			count = parseInteger(value);
			if (count < 1) throw syntaxError();
		} else rest.push(args[i]!, value);
	}
	return { cursor: Number(args[at]), count, pattern, rest };
}

const MAX_CURSORS = 1000;

/** Where the SCANs under way have got to. A cursor no longer known begins anew, which repeats but misses nothing. */
export class Scans {
	private readonly iterators = new Map<number, Iterator<string>>();
	private nextCursor = 1;

	/** The next keys of a scan and the cursor to go on with; 0 at the end. */
	page(keys: Iterator<string>, cursor: number, count: number): [number, string[]] {
		const iterator = this.iterators.get(cursor) ?? keys;
		this.iterators.delete(cursor);
		const page: string[] = [];
		for (let i = 0; i < count; i++) {
			const next = iterator.next();
			if (next.done) return [0, page];
			page.push(next.value);
		}
		if (this.iterators.size >= MAX_CURSORS) this.iterators.delete(this.iterators.keys().next().value!);
		this.iterators.set(this.nextCursor, iterator);
		return [this.nextCursor++, page];
	}
}
