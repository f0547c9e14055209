import type { Redis } from '@infinite-blob/redis/connect';

/** The channel on which all replicas are told that products or generations have changed. */
export const changedChannel = 'recommendations.changed';

/**
 * Calls back at each message on the channel, and at each reconnection, when messages may have been lost.
 *
 * @returns ends it
 */
export async function followChanges(redis: Redis, onChange: () => void): Promise<Disposable> {
	// ioredis subscribes again by itself when the connection comes back.
	const subscriber = redis.duplicate({ lazyConnect: false });
	subscriber.on('error', () => {});
	subscriber.on('message', onChange);
	subscriber.on('ready', onChange);
	await subscriber.subscribe(changedChannel);
	return { [Symbol.dispose]: () => subscriber.disconnect() };
}
