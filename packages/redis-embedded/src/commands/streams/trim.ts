import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import { RedisError } from '../../protocol/reply.ts';
import type { StreamValue } from '../../values/stream.ts';
import { compareIds, parseId, type StreamId } from '../../values/stream-id.ts';
import { type GivenId, parseGivenId } from './new-id.ts';

/** What a stream is cut down to: so many entries, or those from an ID on. */
interface Trim {
	readonly keep: number | StreamId;
	/** Only as many as can go with whole chunks, and no more than the limit. */
	readonly approximate: boolean;
	readonly limit: number;
}

/** `~` takes no more than so many nodes away at once, unless LIMIT says how many entries. */
const MOST_NODES = 100;

interface AddOrTrim {
	readonly trim: Trim | undefined;
	/** NOMKSTREAM was not given. */
	readonly create: boolean;
	readonly id: GivenId | undefined;
	/** What follows the ID. */
	readonly fields: readonly string[];
}

/** The options of XADD, up to its ID, or of XTRIM, where a node holds so many entries. */
export function parseAddOrTrim(args: readonly string[], adding: boolean, nodeEntries: number): AddOrTrim {
	let id: GivenId | undefined;
	let keep: number | StreamId | undefined;
	let approximate = false;
	let limit: number | undefined;
	let create = true;
	let at = 2;
	for (; at < args.length; at++) {
		if (adding && args[at] === '*') break;
		const option = args[at]!.toUpperCase();
		const more = args.length - 1 - at;
		if ((option === 'MAXLEN' || option === 'MINID') && more > 0) {
			if (keep !== undefined) throw syntax('MAXLEN and MINID options at the same time are not compatible');
			approximate = more > 1 && args[at + 1] === '~';
			if (approximate || (more > 1 && args[at + 1] === '=')) at++;
			const threshold = args[++at]!;
			keep = option === 'MAXLEN' ? atLeastZero(option, threshold) : parseId(threshold);
		} else if (option === 'LIMIT' && more > 0) limit = atLeastZero(option, args[++at]!);
		else if (adding && option === 'NOMKSTREAM') create = false;
		else if (adding) {
			id = parseGivenId(args[at]!);
			break;
		} else throw syntaxError();
	}
	if (limit && keep === undefined)
		throw syntax('LIMIT cannot be used without specifying a trimming strategy');
	if (!adding && keep === undefined) throw syntax('XTRIM must be called with a trimming strategy');
	if (limit !== undefined && !approximate) throw syntax('LIMIT cannot be used without the special ~ option');
	limit =
		limit === 0 ? Number.POSITIVE_INFINITY : (limit ?? Math.min(MOST_NODES * (nodeEntries || 100), 1e6));
	const trim = keep === undefined ? undefined : { keep, approximate, limit };
	return { trim, create, id, fields: args.slice(at + 1) };
}

const syntax = (what: string): RedisError => new RedisError(`ERR syntax error, ${what}`);

function atLeastZero(option: string, text: string): number {
	const value = parseInteger(text);
	if (value < 0) throw new RedisError(`ERR The ${option} argument must be >= 0.`);
	return value;
}

/** Cuts entries off the beginning; how many. */
export function trim(stream: StreamValue, { keep, approximate, limit }: Trim): number {
	const { entries } = stream;
	const excess =
		typeof keep === 'number' ? entries.size - keep : entries.rank(({ id }) => compareIds(id, keep) < 0);
	const count = approximate ? entries.inWholeChunks(Math.min(excess, limit)) : Math.max(0, excess);
	stream.trim(count);
	return count;
}
