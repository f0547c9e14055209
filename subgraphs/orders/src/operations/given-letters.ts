import { type DeadLetter, findDeadLetter } from '@infinite-blob/events/dead-letters';
import type { Redis } from '@infinite-blob/redis/connect';
import { type Arguments, UsageError } from './command.ts';
import { givenStreams } from './given-stream.ts';

/** @throws UsageError when one of the names can be no id of a dead letter */
export function checkLetterIds({ positionals }: Arguments): void {
	const bad = positionals.find((id) => !/^\d{1,19}-\d{1,19}$/.test(id));
	if (bad) throw new UsageError(`"${bad}" is no ID of a dead letter; they look like 1795428915300-0.`);
}

/** The dead letter of this id, in the stream that is named or in any. */
export async function letterIn(redis: Redis, given: Arguments, id: string): Promise<DeadLetter | undefined> {
	for (const stream of givenStreams(given)) {
		const letter = await findDeadLetter(redis, stream, id);
		if (letter) return letter;
	}
	return undefined;
}
