import { execute } from '@infinite-blob/redis/execute';
import type { Redis } from 'ioredis';
import type { Entry } from './group.ts';
import type { Membership, Stream } from './streams.ts';

/** The stream of what a stream's groups could not handle. */
function deadLetters(stream: Stream): string {
	return `${stream}.dead`;
}

/** The entry ids that one group could not handle: how many there are can be told without reading them. */
function deadLettersOf(stream: Stream, group: string): string {
	return `${deadLetters(stream)}.${group}`;
}

/** Moves an entry to the dead letters, with the group and the error, and acknowledges it in one step. */
export async function deadLetter(
	redis: Redis,
	{ stream, group }: Membership,
	entry: Entry,
	error: unknown,
): Promise<void> {
	const reason = error instanceof Error ? error.message : String(error);
	const multi = redis
		.multi()
		.xadd(deadLetters(stream), '*', 'entry', entry.id, 'group', group, 'error', reason, 'event', entry.text)
		.sadd(deadLettersOf(stream, group), entry.id)
		.xack(stream, group, entry.id);
	await execute(multi);
}

/** How many dead letters of a group there are. */
export function countDeadLetters(redis: Redis, stream: Stream, group: string): Promise<number> {
	return redis.scard(deadLettersOf(stream, group));
}
