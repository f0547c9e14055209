import { type Envelope, parseEnvelope } from '@infinite-blob/events/envelope';
import type { Stream } from '@infinite-blob/events/streams';
import type { Redis } from '@infinite-blob/redis/connect';

/** Every event in a stream, oldest first. */
export async function readEvents(redis: Redis, stream: Stream): Promise<Envelope<string, any>[]> {
	const entries = await redis.xrange(stream, '-', '+');
	return entries.map(([, fields]) => parseEnvelope(fields[1]!));
}
