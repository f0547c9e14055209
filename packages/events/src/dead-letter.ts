import { execute } from '@infinite-blob/redis/execute';
import type { Redis } from 'ioredis';
import type { Stream } from './envelope.ts';
import type { Entry } from './group.ts';

/** The stream of what a stream's groups could not handle. */
function deadLetters(stream: Stream): string {
	return `${stream}.dead`;
}

/** Moves an entry to the dead letters, with the group and the error, and acknowledges it in one step. */
export async function deadLetter(
	redis: Redis,
	stream: Stream,
	group: string,
	entry: Entry,
	error: unknown,
): Promise<void> {
	const reason = error instanceof Error ? error.message : String(error);
	const multi = redis
		.multi()
		.xadd(deadLetters(stream), '*', 'entry', entry.id, 'group', group, 'error', reason, 'event', entry.text)
		.xack(stream, group, entry.id);
	await execute(multi);
}
