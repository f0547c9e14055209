import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import type { GenerationKeys } from '../keys.ts';
import { changedChannel } from './changed-channel.ts';

/** So many batches are remembered; a replica that has missed more loads everything anew. */
const remembered = 1_000;
const pageSize = 20;

/** Tells all replicas which products changed, in the transaction that changes them. */
export function tellChanges(multi: ChainableCommander, { changed }: GenerationKeys, ids: string[]): void {
	multi.xadd(changed, 'MAXLEN', '~', remembered, '*', 'ids', JSON.stringify(ids));
	multi.publish(changedChannel, '');
}

/** How far a replica has followed the changes: the last one's place in the stream, none where there was none. */
export type Cursor = string | undefined;

/** The place of the latest change. */
export async function latestChange(redis: Redis, { changed }: GenerationKeys): Promise<Cursor> {
	const [latest] = await redis.xrevrange(changed, '+', '-', 'COUNT', 1);
	return latest?.[0];
}

/** @returns the next changes, none when all are known; nothing when some of them are remembered no more */
export async function readChanges(
	redis: Redis,
	{ changed }: GenerationKeys,
	cursor: Cursor,
): Promise<{ cursor: Cursor; ids: string[] } | undefined> {
	const [known, ...news] = await redis.xrange(changed, cursor ?? '-', '+', 'COUNT', pageSize);
	// The last one that was known comes first: where it is gone, others may be gone with it.
	if (known?.[0] !== cursor) return undefined;
	const ids = new Set(news.flatMap(([, [, text]]) => JSON.parse(text!) as string[]));
	return { cursor: news.at(-1)?.[0] ?? cursor, ids: [...ids] };
}
