import type { Redis } from '@infinite-blob/redis/connect';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { OptionalRedis } from '../redis/optional-redis.ts';

/** How a client stands against one limit. */
export interface Standing {
	/** Requests in a minute. */
	limit: number;
	/** Those of this minute. */
	used: number;
	/** Until all of them may be made again. */
	resetMs: number;
}

interface Window {
	/** What all gateways counted, as Redis said last. */
	shared: number;
	/** What was counted here since. */
	own: number;
	/** In milliseconds, by the process's clock. */
	endsAt: number;
}

const windowS = 60;
const shareEveryMs = 250;
/** Of the limit: who has used less since the last time is not told of, so that ordinary clients cost Redis nothing. */
const shareFrom = 1 / 50;
const mostKeys = 100_000;

/**
 * Counts requests by a key, in windows of a minute, over all gateways. Each counts exactly what it sees itself; once
 * that is a fiftieth of the limit, it adds it in Redis to what the others saw, four times a second. No request waits
 * for Redis, and without Redis each gateway holds to the limit by itself.
 */
export class RateLimiter implements Disposable {
	readonly #limit: number;
	readonly #redis: OptionalRedis;
	readonly #shared: RateLimiterRedis;
	readonly #windows = new Map<string, Window>();
	readonly #unshared = new Set<string>();
	readonly #timer: NodeJS.Timeout;

	/** @param name of the keys in Redis */
	constructor(name: string, limit: number, redis: Redis, optional: OptionalRedis) {
		this.#limit = limit;
		this.#redis = optional;
		this.#shared = new RateLimiterRedis({
			storeClient: withoutScripts(redis),
			keyPrefix: `gateway:rate:${name}`,
			points: limit,
			duration: windowS,
		});
		this.#timer = setInterval(() => void this.#share(), shareEveryMs);
		this.#timer.unref();
	}

	/** How whoever has the key stands; nothing when nothing was counted in this minute. */
	standing(key: string): Standing | undefined {
		const now = performance.now();
		const window = this.#windows.get(key);
		return window && window.endsAt > now ? this.#standingOf(window, now) : undefined;
	}

	/** Counts a request, or several at once. */
	count(key: string, requests = 1): Standing {
		const now = performance.now();
		let window = this.#windows.get(key);
		if (!window || window.endsAt <= now) {
			window = { shared: 0, own: 0, endsAt: now + windowS * 1_000 };
			this.#windows.delete(key);
			this.#windows.set(key, window);
			this.#forgetOldest(now);
		}
		window.own += requests;
		if (window.own >= this.#limit * shareFrom) this.#unshared.add(key);
		return this.#standingOf(window, now);
	}

	#standingOf({ shared, own, endsAt }: Window, now: number): Standing {
		return { limit: this.#limit, used: shared + own, resetMs: endsAt - now };
	}

	/** Adds what was counted here to what Redis has, and learns what the others counted. */
	async #share(): Promise<void> {
		const keys = [...this.#unshared];
		this.#unshared.clear();
		await Promise.all(keys.map((key) => this.#shareOne(key)));
	}

	async #shareOne(key: string): Promise<void> {
		const window = this.#windows.get(key);
		if (!window || window.own === 0) return;
		const { own } = window;
		const result = await this.#redis.ask(() => this.#shared.penalty(key, own));
		// It is counted here until then, and with the next request of the key tried again.
		if (!result) return;
		window.own -= own;
		window.shared = result.consumedPoints;
		window.endsAt = performance.now() + result.msBeforeNext;
	}

	/** In the order of their beginning, which is also that of their end. */
	#forgetOldest(now: number): void {
		for (const [key, { endsAt }] of this.#windows) {
			if (endsAt > now && this.#windows.size <= mostKeys) return;
			this.#windows.delete(key);
		}
	}

	[Symbol.dispose](): void {
		clearInterval(this.#timer);
	}
}

/** What the library asks of a client. It counts by a Lua script, which the embedded Redis does not run. */
function withoutScripts(redis: Redis) {
	return {
		rlflxIncr: async ([key, points, seconds]: [string, string, string]) => {
			const counting = redis
				.multi()
				.set(key, 0, 'EX', Number(seconds), 'NX')
				.incrby(key, Number(points))
				.pttl(key);
			return (await counting.exec())?.slice(1);
		},
	};
}
