import { Doorbell } from '@infinite-blob/events/doorbell';
import { type Envelope, parseEnvelope } from '@infinite-blob/events/envelope';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import { LRUCache } from 'lru-cache';

const stream = 'products.events';
const lookEveryMs = 5_000;
const atOnce = 1_000;

/**
 * Tells of each change of the catalogue: at once by the channel, and, where a message was lost, within seconds by the
 * stream, which has them all.
 */
export class CatalogueChanges implements AsyncDisposable {
	readonly #redis: Redis;
	readonly #logger: Logger;
	readonly #onChange: (productId: string) => void;
	readonly #told = new LRUCache<string, true>({ max: 10_000 });
	#position = '$';
	#looking: Promise<void> | undefined;
	#doorbell: Doorbell | undefined;
	#timer: NodeJS.Timeout | undefined;

	private constructor(redis: Redis, onChange: (productId: string) => void, logger: Logger) {
		this.#redis = redis;
		this.#onChange = onChange;
		this.#logger = logger;
	}

	/** @param onChange told the id of the product that was created, changed or archived */
	static async follow(
		redis: Redis,
		onChange: (productId: string) => void,
		logger: Logger,
	): Promise<CatalogueChanges> {
		const changes = new CatalogueChanges(redis, onChange, logger);
		const [last] = await redis.xrevrange(stream, '+', '-', 'COUNT', 1);
		changes.#position = last?.[0] ?? '0-0';
		changes.#doorbell = await Doorbell.open(redis, stream, (text) => {
			if (text === undefined) void changes.#look();
			else changes.#tell(parseEnvelope(text));
		});
		changes.#timer = setInterval(() => void changes.#look(), lookEveryMs);
		return changes;
	}

	/** Reads what the stream has beyond what was read of it. */
	#look(): Promise<void> {
		this.#looking ??= this.#readOn()
			.catch((error: unknown) => this.#logger.warn({ err: error }, 'changes of the catalogue cannot be read'))
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
				this.#tell(parseEnvelope(text!));
			}
			if (entries.length < atOnce) return;
		}
	}

	#tell({ id, subject }: Envelope): void {
		if (this.#told.has(id)) return;
		this.#told.set(id, true);
		this.#onChange(subject);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		clearInterval(this.#timer);
		this.#doorbell?.close();
	}
}
