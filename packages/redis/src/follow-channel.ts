import type { Redis } from './connect.ts';

/**
 * Calls back at each message on a channel, and at each reconnection, when messages may have been lost.
 *
 * @returns ends it
 */
export async function followChannel(
	redis: Redis,
	channel: string,
	onChange: () => void,
): Promise<Disposable> {
	// ioredis subscribes again by itself when the connection comes back.
	const subscriber = redis.duplicate({ lazyConnect: false });
	subscriber.on('error', () => {});
	subscriber.on('message', onChange);
	subscriber.on('ready', onChange);
	await subscriber.subscribe(channel);
	return { [Symbol.dispose]: () => subscriber.disconnect() };
}
