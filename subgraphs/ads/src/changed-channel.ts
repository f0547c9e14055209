import type { Redis } from '@infinite-blob/redis/connect';

/** The channel on which a replica tells the others that what ads are drawn from has changed. */
export const changedChannel = 'ads.changed';

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
