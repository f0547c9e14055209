import { randomBytes } from 'node:crypto';
import type { Redis } from '@infinite-blob/redis/connect';
import { execute } from '@infinite-blob/redis/execute';
import { z } from 'zod';
import { ProductIds } from './domain/product-ids.ts';

/** A list as it was when its first page was asked for. */
export interface Snapshot {
	/** Of the first products, in order. */
	ids: ProductIds;
	/** How many there were in all. */
	total: number;
	/** The search as it was spelled right, where it was. */
	correctedSearch?: string | undefined;
}

const lifetimeMs = 10 * 60 * 1000;
/** Anybody can ask for ever new lists, and Redis is the shop's memory: the oldest give way. 14 KB each at most. */
const most = 2_000;
const registryKey = 'products:snapshots';
const snapshotKey = (id: string) => `products:snapshot:${id}`;
const idPattern = /^[\w-]{16}$/;
const stored = z.object({ ids: z.string(), total: z.int(), correctedSearch: z.string().optional() });

/** Snapshots of lists whose order moves, in Redis for ten minutes, so that any replica can serve their pages. */
export class Snapshots {
	readonly #redis: Redis;
	readonly #now: () => number;

	constructor(redis: Redis, now: () => number) {
		this.#redis = redis;
		this.#now = now;
	}

	/** Keeps a snapshot. @returns its id */
	async keep({ ids, ...rest }: Snapshot): Promise<string> {
		const id = randomBytes(12).toString('base64url');
		const value = JSON.stringify({ ...rest, ids: ids.toBase64() } satisfies z.input<typeof stored>);
		const multi = this.#redis.multi();
		multi.set(snapshotKey(id), value, 'PX', lifetimeMs);
		multi.zadd(registryKey, this.#now(), id);
		multi.zcard(registryKey);
		const count = Number((await execute(multi)).at(-1));
		if (count > most) await this.#drop(count - most);
		return id;
	}

	/** The snapshot, or undefined when it is not kept any more. */
	async find(id: string): Promise<Snapshot | undefined> {
		if (!idPattern.test(id)) return undefined;
		const text = await this.#redis.get(snapshotKey(id));
		if (text === null) return undefined;
		const { ids, ...rest } = stored.parse(JSON.parse(text));
		return { ...rest, ids: ProductIds.fromBase64(ids) };
	}

	async #drop(count: number): Promise<void> {
		const oldest = await this.#redis.zrange(registryKey, 0, String(count - 1));
		if (oldest.length === 0) return;
		const multi = this.#redis.multi();
		multi.zrem(registryKey, ...oldest);
		multi.del(...oldest.map(snapshotKey));
		await execute(multi);
	}
}
