import { RedisError } from '../../protocol/reply.ts';
import {
	compareIds,
	INVALID_ID,
	nextId,
	type Part,
	parseId,
	parsePart,
	type StreamId,
} from '../../values/stream-id.ts';

const SMALLER = 'ERR The ID specified in XADD is equal or smaller than the target stream top item';
const EXHAUSTED = 'ERR The stream has exhausted the last possible ID, unable to add more items';

/** What XADD is given as an ID: `ms-seq`, `ms`, or `ms-*`, which leaves the sequence open. */
export interface GivenId {
	readonly ms: Part;
	readonly seq: Part | undefined;
}

export function parseGivenId(text: string): GivenId {
	if (!text.endsWith('-*')) return parseId(text);
	const ms = parsePart(text.slice(0, -2));
	if (ms === undefined) throw new RedisError(INVALID_ID);
	return { ms, seq: undefined };
}

/** The ID for a new entry, above the last one; where none is given, by the time. */
export function newEntryId(given: GivenId | undefined, last: StreamId, now: number): StreamId {
	const next = nextId(last);
	if (next === undefined) throw new RedisError(EXHAUSTED);
	if (given === undefined) return last.ms < now ? { ms: now, seq: 0 } : next;
	const { ms, seq = ms === last.ms ? next.seq : 0 } = given;
	const id = { ms, seq };
	if (compareIds(id, last) <= 0) throw new RedisError(SMALLER);
	return id;
}
