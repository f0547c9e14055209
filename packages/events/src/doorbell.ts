import type { Redis } from 'ioredis';
import type { Stream } from './streams.ts';

/**
 * Rings when something is published on a stream's channel, with its text, and after each reconnection, when rings may
 * be lost, with none.
 */
export class Doorbell {
	readonly #subscriber: Redis;

	private constructor(subscriber: Redis) {
		this.#subscriber = subscriber;
	}

	static async open(redis: Redis, stream: Stream, ring: (text?: string) => void): Promise<Doorbell> {
		// ioredis subscribes again by itself when the connection comes back.
		const subscriber = redis.duplicate({ lazyConnect: false });
		subscriber.on('error', () => {});
		subscriber.on('message', (_channel, text) => ring(text));
		subscriber.on('ready', () => ring());
		await subscriber.subscribe(stream);
		return new Doorbell(subscriber);
	}

	close(): void {
		this.#subscriber.disconnect();
	}
}
