import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import { RedisError } from '../../protocol/reply.ts';
import type { StreamValue } from '../../values/stream.ts';
import { compareIds, parseId, type StreamId } from '../../values/stream-id.ts';

/** What a stream is cut down to: so many entries, or those from an ID on. */
export type Trim = { readonly maxLength: number } | { readonly minId: StreamId };

/** MAXLEN or MINID at `at`, with `=` or `~` and LIMIT. Trimming is always exact here, which `~` allows. */
export function parseTrim(args: readonly string[], at: number): { trim: Trim; last: number } {
	const kind = args[at]!.toUpperCase();
	let i = at + 1;
	const approximate = args[i] === '~';
	if (approximate || args[i] === '=') i++;
	const threshold = args[i];
	if (threshold === undefined) throw syntaxError();
	const trim: Trim =
		kind === 'MAXLEN' ? { maxLength: parseInteger(threshold) } : { minId: parseId(threshold, 0) };
	if ('maxLength' in trim && trim.maxLength < 0)
		throw new RedisError('ERR The MAXLEN argument must be >= 0.');
	if (args[i + 1]?.toUpperCase() === 'LIMIT') {
		if (!approximate)
			throw new RedisError('ERR syntax error, LIMIT cannot be used without the special ~ option');
		if (parseInteger(args[i + 2]) < 0) throw new RedisError('ERR The LIMIT argument must be >= 0.');
		i += 2;
	}
	return { trim, last: i };
}

/** Cuts entries off the beginning; how many. */
export function trim(stream: StreamValue, to: Trim): number {
	const removed: StreamId[] = [];
	const excess = 'maxLength' in to ? stream.entries.size - to.maxLength : Number.POSITIVE_INFINITY;
	for (const { id } of stream.entries.from()) {
		if (removed.length >= excess || ('minId' in to && compareIds(id, to.minId) >= 0)) break;
		removed.push(id);
	}
	for (const id of removed) stream.delete(id, true);
	return removed.length;
}
