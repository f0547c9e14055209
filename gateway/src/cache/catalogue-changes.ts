import { type Envelope, parseEnvelope } from '@infinite-blob/events/envelope';
import { countedChannel, countedIn } from '@infinite-blob/events/products/counted-channel';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import { LRUCache } from 'lru-cache';

const stream = 'products.events';
const lookEveryMs = 5_000;
const atOnce = 1_000;

/** Is told the ids of products. */
export interface CatalogueListener {
	/** It was created, changed or archived. */
	onChange(productId: string): void;
	/** It was bought. */
	onCount(productId: string): void;
}

/**
 * Tells of each change of the catalogue: at once by the channel, and, where a message was lost, within seconds by the
 * stream, which has them all. Counts of downloads come by a channel alone.
 */
export class CatalogueChanges implements AsyncDisposable {
	readonly #redis: Redis;
	readonly #logger: Logger;
	readonly #listener: CatalogueListener;
	readonly #told = new LRUCache<string, true>({ max: 10_000 });
	#position = '$';
	#looking: Promise<void> | undefined;
	#subscriber: Redis | undefined;
	#timer: NodeJS.Timeout | undefined;

	private constructor(redis: Redis, listener: CatalogueListener, logger: Logger) {
		this.#redis = redis;
		this.#listener = listener;
		this.#logger = logger;
	}

	static async follow(redis: Redis, listener: CatalogueListener, logger: Logger): Promise<CatalogueChanges> {
		const changes = new CatalogueChanges(redis, listener, logger);
		const [last] = await redis.xrevrange(stream, '+', '-', 'COUNT', 1);
		changes.#position = last?.[0] ?? '0-0';
		await changes.#subscribe();
		changes.#timer = setInterval(() => void changes.#look(), lookEveryMs);
		return changes;
	}

	async #subscribe(): Promise<void> {
		// ioredis subscribes again by itself when the connection comes back.
		const subscriber = this.#redis.duplicate({ lazyConnect: false });
		subscriber.on('error', () => {});
		subscriber.on('message', (channel, text) =>
			this.#heed(() => {
				if (channel === stream) this.#tell(parseEnvelope(text));
				else for (const id of countedIn(text)) this.#listener.onCount(id);
			}),
		);
		subscriber.on('ready', () => void this.#look());
		this.#subscriber = subscriber;
		await subscriber.subscribe(stream, countedChannel);
	}

	/** Reads what the stream has beyond what was read of it. */
	#look(): Promise<void> {
		this.#looking ??= this.#readOn()
			.catch((error: unknown) => this.#warn(error))
			.finally(() => {
				this.#looking = undefined;
			});
		return this.#looking;
	}

	async #readOn(): Promise<void> {
		for (;;) {
			const entries = await this.#redis.xrange(stream, `(${this.#position}`, '+', 'COUNT', atOnce);
			for (const [position, [, text]] of entries) {
				this.#position = position;
				this.#heed(() => this.#tell(parseEnvelope(text!)));
			}
			if (entries.length < atOnce) return;
		}
	}

	/** What is no message of a change must not keep from the next one. */
	#heed(read: () => void): void {
		try {
			read();
		} catch (error) {
			this.#warn(error);
		}
	}

	#warn(error: unknown): void {
		this.#logger.warn({ err: error }, 'changes of the catalogue cannot be read');
	}

	#tell({ id, subject }: Envelope): void {
		if (this.#told.has(id)) return;
		this.#told.set(id, true);
		this.#listener.onChange(subject);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		clearInterval(this.#timer);
		this.#subscriber?.disconnect();
	}
}
