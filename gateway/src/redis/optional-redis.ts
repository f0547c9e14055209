import type { Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import { CircuitBreaker, type Outcome } from '../federation/circuit-breaker.ts';

const timeoutMs = 250;

/**
 * Redis for what the gateway can do without: nobody waits for one that is away or slow, and once that is known it is
 * not asked.
 */
export class OptionalRedis {
	readonly #redis: Redis;
	readonly #logger: Logger;
	readonly #breaker = new CircuitBreaker();
	#answers = true;

	constructor(redis: Redis, logger: Logger) {
		this.#redis = redis;
		this.#logger = logger;
	}

	/** @returns undefined when there is no answer in time */
	async ask<T>(command: (redis: Redis) => Promise<T>): Promise<T | undefined> {
		if (this.#redis.status !== 'ready') return undefined;
		const pass = this.#breaker.admit();
		if (!pass) return undefined;
		let outcome: Outcome = 'failure';
		let timer: NodeJS.Timeout | undefined;
		const late = new Promise<never>((_, reject) => {
			timer = setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
		});
		try {
			const answer = await Promise.race([command(this.#redis), late]);
			outcome = 'success';
			this.#note();
			return answer;
		} catch (error) {
			this.#note(error);
			return undefined;
		} finally {
			clearTimeout(timer);
			this.#breaker.settle(pass, outcome);
		}
	}

	/** Logs when it stops answering and when it answers again. */
	#note(error?: unknown): void {
		if (this.#answers === !error) return;
		this.#answers = !error;
		if (error) this.#logger.warn({ err: error }, 'Redis does not answer; caches and shared limits are off');
		else this.#logger.info('Redis answers again');
	}
}
