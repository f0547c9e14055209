import type { Redis } from 'ioredis';
import { countDeadLetters } from './dead-letters.ts';
import type { Stream } from './streams.ts';

/** Where a consumer group stands. */
export interface GroupFigures {
	group: string;
	consumers: number;
	/** Entries not yet given to the group. */
	lag: number;
	/** Entries given and not yet acknowledged. */
	pending: number;
	/** The age of the oldest pending entry in seconds; 0 when there is none. */
	oldestPendingSeconds: number;
	/** What the group could not handle and nobody has replayed. */
	deadLetters: number;
}

/**
 * Where the groups of a stream stand, as Redis tells it.
 *
 * @param only this group alone
 * @returns nothing of a group, or a stream, that does not exist
 */
export async function groupFigures(
	redis: Redis,
	stream: Stream,
	now: number,
	only?: string,
): Promise<GroupFigures[]> {
	const groups = await groupsOf(redis, stream);
	return Promise.all(
		groups
			.filter(({ name }) => only === undefined || name === only)
			.map(async ({ name, consumers, pending, last, lag }) => {
				const [counted, oldest, deadLetters] = await Promise.all([
					lag ?? countAfter(redis, stream, last),
					pending === 0 ? undefined : oldestPending(redis, stream, name),
					countDeadLetters(redis, stream, name),
				]);
				const oldestPendingSeconds = oldest ? Math.max(0, now - timeOf(oldest)) / 1000 : 0;
				return { group: name, consumers, lag: counted, pending, oldestPendingSeconds, deadLetters };
			}),
	);
}

/** A group as XINFO GROUPS tells it. */
export interface GroupInfo {
	name: string;
	consumers: number;
	pending: number;
	/** The id of the entry that was given out last. */
	last: string;
	/** Missing where Redis cannot tell. */
	lag: number | null;
}

/** The groups of a stream; none when the stream does not exist. */
export async function groupsOf(redis: Redis, stream: Stream): Promise<GroupInfo[]> {
	let rows: unknown[][];
	try {
		rows = (await redis.xinfo('GROUPS', stream)) as unknown[][];
	} catch (error) {
		if (/no such key/.test(String(error))) return [];
		throw error;
	}
	return rows.map((row) => {
		const field = (name: string) => row[row.indexOf(name) + 1];
		return {
			name: String(field('name')),
			consumers: Number(field('consumers')),
			pending: Number(field('pending')),
			last: String(field('last-delivered-id')),
			lag: field('lag') as number | null,
		};
	});
}

/** The id of a group's oldest pending entry. */
export async function oldestPending(
	redis: Redis,
	stream: Stream,
	group: string,
): Promise<string | undefined> {
	const [first] = (await redis.xpending(stream, group, '-', '+', 1)) as [id: string][];
	return first?.[0];
}

/** When an entry was appended, by Redis's clock: the first part of its id. */
export function timeOf(id: string): number {
	return Number(id.split('-')[0]);
}

// Redis cannot tell the lag once entries were deleted from the middle.
async function countAfter(redis: Redis, stream: Stream, id: string): Promise<number> {
	let count = 0;
	for (let after = id; ; ) {
		const page = await redis.xrange(stream, `(${after}`, '+', 'COUNT', 500);
		count += page.length;
		if (page.length < 500) return count;
		after = page.at(-1)![0];
	}
}
