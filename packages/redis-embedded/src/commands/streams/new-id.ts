import { RedisError } from '../../protocol/reply.ts';
import type { StreamValue } from '../../values/stream.ts';
import {
	compareIds,
	INVALID_ID,
	MAX_ID,
	MIN_ID,
	nextId,
	parseId,
	parsePart,
	type StreamId,
} from '../../values/stream-id.ts';

const SMALLER = 'ERR The ID specified in XADD is equal or smaller than the target stream top item';
const EXHAUSTED = 'ERR The stream has exhausted the last possible ID, unable to add more items';

/** The ID for a new entry: `*`, `ms-*`, `ms` or `ms-seq`; above all that came before. */
export function nextEntryId(text: string, stream: StreamValue | undefined, now: number): StreamId {
	const last = stream?.last ?? MIN_ID;
	if (compareIds(last, MAX_ID) === 0) throw new RedisError(EXHAUSTED);
	if (text === '*') {
		if (last.ms < now) return { ms: now, seq: 0 };
		return nextId(last)!;
	}
	if (text.endsWith('-*')) {
		const ms = parsePart(text.slice(0, -2));
		if (ms === undefined) throw new RedisError(INVALID_ID);
		if (ms < last.ms) throw new RedisError(SMALLER);
		if (ms !== last.ms) return { ms, seq: 0 };
		const next = nextId(last);
		if (next === undefined || next.ms !== ms) throw new RedisError(SMALLER);
		return next;
	}
	const id = parseId(text);
	if (compareIds(id, MIN_ID) === 0)
		throw new RedisError('ERR The ID specified in XADD must be greater than 0-0');
	if (compareIds(id, last) <= 0) throw new RedisError(SMALLER);
	return id;
}
