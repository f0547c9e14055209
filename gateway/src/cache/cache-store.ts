import { LRUCache } from 'lru-cache';
import { Allowance } from '../limits/allowance.ts';
import type { OptionalRedis } from '../redis/optional-redis.ts';

/** Where a value is kept: values of one group go together when what they are about has changed. */
export interface CacheKey {
	/** Such as an entity of a subgraph. */
	group: string;
	/** What of it: selection and arguments. */
	field: string;
}

/** A kept value. Nobody may change it. */
export interface Kept {
	value: unknown;
	/** When it was asked for, in epoch milliseconds. */
	askedAt: number;
	/** In epoch milliseconds. */
	expiresAt: number;
}

/**
 * Fields of a hash in Redis do not expire by themselves: each group has a hash for every five minutes, which does. What
 * is kept for longer is not found any more then.
 */
const bucketMs = 300_000;
const mostLocal = 20_000;
const mostLocalCharacters = 32 * 1024 * 1024;
/** What one gateway adds to Redis in five minutes: clients could fill it with answers to ever new questions. */
const mostSharedCharacters = 16 * 1024 * 1024;
/** What others kept before they heard of a change: they hear of it within so long, their clocks considered. */
const distrustMs = 1_000;
const rememberMs = 120_000;

/**
 * Keeps values in this process and in Redis, where all gateways find them. A group that is dropped is dropped at once,
 * here and in Redis; what was asked for before that is not kept after it.
 */
export class CacheStore {
	readonly #redis: OptionalRedis;
	readonly #groups = new Map<string, Set<string>>();
	/** When groups were dropped, or settled after it, in epoch milliseconds, oldest first. */
	readonly #dropped = new Map<string, number>();
	readonly #local = new LRUCache<string, Kept & { group: string; size: number }>({
		max: mostLocal,
		maxSize: mostLocalCharacters,
		sizeCalculation: ({ size }) => size,
		dispose: ({ group }, key) => this.#forget(group, key),
	});

	readonly #shareable = new Allowance(mostSharedCharacters, bucketMs);

	constructor(redis: OptionalRedis) {
		this.#redis = redis;
	}

	getLocal({ group, field }: CacheKey, now: number): Kept | undefined {
		const kept = this.#local.get(`${group} ${field}`);
		return kept && kept.expiresAt > now ? kept : undefined;
	}

	/** What other gateways have kept, in the order of the keys. */
	async getShared(keys: readonly CacheKey[], now: number): Promise<(Kept | undefined)[]> {
		const texts = await this.#redis.ask(async (redis) => {
			const asking = redis.pipeline();
			for (const { group, field } of keys) asking.hget(redisKey(group, now), field);
			return asking.exec();
		});
		return keys.map((key, place) => {
			const text = texts?.[place]?.[1];
			if (typeof text !== 'string') return undefined;
			const kept = parseKept(text);
			if (!kept) return undefined;
			if (kept.expiresAt <= now || kept.askedAt <= this.droppedAt(key.group) + distrustMs) return undefined;
			this.#setLocal(key, kept, text.length);
			return kept;
		});
	}

	/** Keeps values, except those whose group was dropped since they were asked for. */
	set(entries: readonly (readonly [CacheKey, Kept])[], now: number): void {
		const current = entries.filter(([{ group }, { askedAt }]) => askedAt > this.droppedAt(group));
		if (current.length === 0) return;
		const texts = current.map(([, kept]) => JSON.stringify(kept));
		for (const [place, [key, kept]] of current.entries()) this.#setLocal(key, kept, texts[place]!.length);
		const characters = texts.reduce((total, { length }) => total + length, 0);
		if (!this.#shareable.take(characters, now)) return;
		void this.#redis.ask(async (redis) => {
			const keeping = redis.pipeline();
			for (const [place, [{ group, field }]] of current.entries()) {
				const key = redisKey(group, now);
				keeping.hset(key, field, texts[place]!);
				keeping.pexpire(key, bucketMs);
			}
			return keeping.exec();
		});
	}

	/** @param settledAt until then what is asked for may not show the change, and is not kept either */
	drop(groups: readonly string[], now: number, settledAt = now): void {
		for (const group of groups) {
			const at = Math.max(settledAt, this.droppedAt(group));
			this.#dropped.delete(group);
			this.#dropped.set(group, at);
			for (const key of this.#groups.get(group) ?? []) this.#local.delete(key);
		}
		for (const [group, at] of this.#dropped) {
			if (at > now - rememberMs) break;
			this.#dropped.delete(group);
		}
		const keys = groups.flatMap((group) => [redisKey(group, now), redisKey(group, now - bucketMs)]);
		void this.#redis.ask((redis) => redis.unlink(keys));
	}

	/** When a group was last dropped or settles, in epoch milliseconds; 0 when it was not, or long ago. */
	droppedAt(group: string): number {
		return this.#dropped.get(group) ?? 0;
	}

	#setLocal({ group, field }: CacheKey, kept: Kept, size: number): void {
		const key = `${group} ${field}`;
		this.#local.set(key, { ...kept, group, size });
		const keys = this.#groups.get(group) ?? new Set();
		this.#groups.set(group, keys);
		keys.add(key);
	}

	#forget(group: string, key: string): void {
		const keys = this.#groups.get(group);
		keys?.delete(key);
		if (keys?.size === 0) this.#groups.delete(group);
	}
}

function redisKey(group: string, now: number): string {
	return `gateway:cache:${group}:${Math.floor(now / bucketMs)}`;
}

/** Nothing when it is none: others may have written it. */
function parseKept(text: string): Kept | undefined {
	try {
		return JSON.parse(text) as Kept;
	} catch {
		return undefined;
	}
}
