import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type GroupInfo, groupsOf, oldestPending } from './group-figures.ts';
import { type Stream, streamGroups } from './streams.ts';

const everyMs = 60_000;

/** What is trimmed, and how much is kept at the least. */
export interface TrimOptions {
	redis: Redis;
	stream: Stream;
	/** An entry that is younger stays. */
	keepMs: number;
	logger: Logger;
}

/**
 * Removes the entries of a stream that every group has acknowledged and that are older than `keepMs`. Nothing is
 * removed as long as one of the groups that the stream is known to have does not exist: it will want all of it.
 *
 * @param now epoch milliseconds
 * @returns how many were removed
 */
export async function trim(redis: Redis, stream: Stream, keepMs: number, now: number): Promise<number> {
	// First where each group stands, then what it has not acknowledged: whatever is given out in between lies behind.
	const groups = await groupsOf(redis, stream);
	const existing = new Set(groups.map(({ name }) => name));
	if (!streamGroups[stream].every((name) => existing.has(name))) return 0;
	const needed = await Promise.all(groups.map((group) => neededFrom(redis, stream, group)));
	const from = [...needed, `${Math.max(0, now - keepMs)}-0`].reduce(smaller);
	return redis.xtrim(stream, 'MINID', from);
}

/** Trims a stream now and every minute; several processes may do so at once. */
export function startTrimming({ redis, stream, keepMs, logger }: TrimOptions): Disposable {
	let isRunning = false;
	let isOver = false;
	async function run(): Promise<void> {
		// A Redis that is away would collect a command for every minute.
		if (isRunning) return;
		isRunning = true;
		try {
			const removed = await trim(redis, stream, keepMs, Date.now());
			if (removed > 0) logger.info({ stream, removed }, 'stream trimmed');
		} catch (error) {
			if (!isOver) logger.warn({ err: error, stream }, 'trimming the stream failed');
		} finally {
			isRunning = false;
		}
	}
	const timer = setInterval(() => void run(), everyMs);
	void run();
	return {
		[Symbol.dispose]() {
			isOver = true;
			clearInterval(timer);
		},
	};
}

/** The first id that a group may still need: its oldest pending entry, else the last one it was given. */
async function neededFrom(redis: Redis, stream: Stream, { name, last }: GroupInfo): Promise<string> {
	return (await oldestPending(redis, stream, name)) ?? last;
}

function smaller(a: string, b: string): string {
	const [[aTime, aCount], [bTime, bCount]] = [parts(a), parts(b)];
	return aTime < bTime || (aTime === bTime && aCount <= bCount) ? a : b;
}

function parts(id: string): [time: number, count: number] {
	const [time, count] = id.split('-').map(Number);
	return [time!, count ?? 0];
}
