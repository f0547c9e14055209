import { execute } from '@infinite-blob/redis/execute';
import type { ChainableCommander, Redis } from 'ioredis';
import type { Envelope } from './envelope.ts';
import type { Stream } from './streams.ts';

/**
 * Queues an event into a transaction: appended to the stream (the record, from which nothing is lost) and published
 * on the channel of the same name (the doorbell, for latency).
 */
export function appendTo(multi: ChainableCommander, stream: Stream, event: Envelope): ChainableCommander {
	const text = JSON.stringify(event);
	return multi.xadd(stream, '*', 'event', text).publish(stream, text);
}

/** Appends and publishes one event by itself. */
export async function append(redis: Redis, stream: Stream, event: Envelope): Promise<void> {
	await execute(appendTo(redis.multi(), stream, event));
}
