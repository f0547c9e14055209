import { array, bulk, bulks, RedisError } from '../protocol/reply.ts';
import type { Value, ValueClass } from '../values/value.ts';
import { parseInteger, syntaxError } from './arguments.ts';
import type { Command } from './command.ts';
import { matchesGlob } from './glob.ts';

export interface ScanOptions {
	readonly count: number;
	readonly matches: (name: string) => boolean;
	readonly type?: string | undefined;
	readonly withValues: boolean;
}

/** Refuses a cursor that no SCAN could have answered. */
export function checkCursor(text: string): void {
	if (!/^\+?\d{1,20}$/.test(text) || BigInt(text) >= 1n << 64n) throw new RedisError('ERR invalid cursor');
}

/** The options from `at` on. SCAN alone knows TYPE, HSCAN alone NOVALUES. */
export function scanOptions(args: readonly string[], at: number): ScanOptions {
	let count = 10;
	let pattern: string | undefined;
	let type: string | undefined;
	let withValues = true;
	const name = args[0]!.toUpperCase();
	for (let i = at; i < args.length; i++) {
		const option = args[i]!.toUpperCase();
		if (option === 'NOVALUES') {
			if (name !== 'HSCAN') throw new RedisError('ERR NOVALUES option can only be used in HSCAN');
			withValues = false;
			continue;
		}
		const value = args[++i];
		if (value === undefined) throw syntaxError();
		if (option === 'MATCH') pattern = value;
		else if (option === 'COUNT') {
			count = parseInteger(value);
			if (count < 1) throw syntaxError();
		} else if (option === 'TYPE' && name === 'SCAN') type = value.toLowerCase();
		else throw syntaxError();
	}
	const matches = (text: string) => pattern === undefined || matchesGlob(pattern, text);
	return { count, matches, type, withValues };
}

/** HSCAN, SSCAN and ZSCAN: they answer everything at once, as Redis does when there is little. */
export const scanOf = <T extends Value>(
	name: string,
	type: ValueClass<T>,
	list: (value: T) => Iterable<readonly string[]>,
): Command => ({
	name,
	arity: -3,
	keys: [1, 1, 1],
	run(args, client) {
		checkCursor(args[2]!);
		const value = client.db.read(args[1]!, type);
		const found: string[] = [];
		if (value !== undefined) {
			const { matches, withValues } = scanOptions(args, 3);
			for (const element of list(value)) {
				if (matches(element[0]!)) found.push(...(withValues ? element : element.slice(0, 1)));
			}
		}
		return array([bulk('0'), bulks(found)]);
	},
});

const MAX_CURSORS = 1000;

/** Where the SCANs under way have got to. A cursor no longer known begins anew, which repeats but misses nothing. */
export class Scans {
	private readonly iterators = new Map<string, Iterator<string>>();
	private nextCursor = 1;

	/** The next keys of a scan and the cursor to go on with; 0 at the end. */
	page(keys: Iterator<string>, cursor: string, count: number): [string, string[]] {
		const iterator = this.iterators.get(cursor) ?? keys;
		this.iterators.delete(cursor);
		const page: string[] = [];
		for (let i = 0; i < count; i++) {
			const next = iterator.next();
			if (next.done) return ['0', page];
			page.push(next.value);
		}
		if (this.iterators.size >= MAX_CURSORS) this.iterators.delete(this.iterators.keys().next().value!);
		const next = String(this.nextCursor++);
		this.iterators.set(next, iterator);
		return [next, page];
	}
}
