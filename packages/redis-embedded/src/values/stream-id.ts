import { RedisError } from '../protocol/reply.ts';

/** An unsigned 64-bit number: a number while that is exact, else a bigint; never both for one value. */
export type Part = number | bigint;

export interface StreamId {
	readonly ms: Part;
	readonly seq: Part;
}

const MAX_PART = (1n << 64n) - 1n;
export const MIN_ID: StreamId = { ms: 0, seq: 0 };
export const MAX_ID: StreamId = { ms: MAX_PART, seq: MAX_PART };

const canonical = (value: bigint): Part => (value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value);

export function parsePart(text: string): Part | undefined {
	if (!/^\d{1,20}$/.test(text)) return undefined;
	if (text.length < 16) return Number(text);
	const value = BigInt(text);
	return value > MAX_PART ? undefined : canonical(value);
}

export const compareIds = (a: StreamId, b: StreamId): number =>
	a.ms !== b.ms ? (a.ms < b.ms ? -1 : 1) : a.seq < b.seq ? -1 : a.seq > b.seq ? 1 : 0;

export const formatId = (id: StreamId): string => `${id.ms}-${id.seq}`;

export const INVALID_ID = 'ERR Invalid stream ID specified as stream command argument';

/** An ID as `ms-seq`, or `ms` alone with the sequence given; undefined if it is none. */
export function readId(text: string, sequence: Part = 0): StreamId | undefined {
	const dash = text.indexOf('-');
	const ms = parsePart(dash < 0 ? text : text.slice(0, dash));
	const seq = dash < 0 ? sequence : parsePart(text.slice(dash + 1));
	return ms === undefined || seq === undefined ? undefined : { ms, seq };
}

/** As readId. Throws if it is none. */
export function parseId(text: string, sequence?: Part): StreamId {
	const id = readId(text, sequence);
	if (id === undefined) throw new RedisError(INVALID_ID);
	return id;
}

/** The ID right after, or undefined after the last one. */
export function nextId(id: StreamId): StreamId | undefined {
	if (id.seq !== MAX_PART) return { ms: id.ms, seq: canonical(BigInt(id.seq) + 1n) };
	if (id.ms !== MAX_PART) return { ms: canonical(BigInt(id.ms) + 1n), seq: 0 };
	return undefined;
}

/** The ID right before, or undefined before the first one. */
export function previousId(id: StreamId): StreamId | undefined {
	if (id.seq !== 0) return { ms: id.ms, seq: canonical(BigInt(id.seq) - 1n) };
	if (id.ms !== 0) return { ms: canonical(BigInt(id.ms) - 1n), seq: MAX_PART };
	return undefined;
}

/** The first ID of a range: `-`, `+`, an ID, or `(` and an ID for the one after it. */
export const parseStart = (text: string): StreamId => parseBound(text, 0, nextId, 'start');

/** The last ID of a range. */
export const parseEnd = (text: string): StreamId => parseBound(text, MAX_PART, previousId, 'end');

function parseBound(
	text: string,
	sequence: Part,
	beyond: (id: StreamId) => StreamId | undefined,
	name: string,
): StreamId {
	if (text === '-') return MIN_ID;
	if (text === '+') return MAX_ID;
	if (!text.startsWith('(')) return parseId(text, sequence);
	const id = beyond(parseId(text.slice(1), sequence));
	if (id === undefined) throw new RedisError(`ERR invalid ${name} ID for the interval`);
	return id;
}
