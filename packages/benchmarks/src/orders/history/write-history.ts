import { randomBytes } from 'node:crypto';
import type { Redis } from '@infinite-blob/redis/connect';
import { countOrders } from '../order-counts.ts';
import { fill } from './pattern.ts';
import { findTraces, inventedNames, namesOf, type OrderNames, type Traces } from './traces.ts';

const dayMs = 24 * 60 * 60 * 1000;
const historyMs = 365 * dayMs;
const batch = 500;

/**
 * Fills a shop with orders of the past year: what real orders, just bought, left in Redis, again and again under other
 * names and at other times. What a service would have let expire by then is left out.
 *
 * @param models the ids of completed orders
 * @param count how many orders there are to be in the end
 */
export async function writeHistory(redis: Redis, models: readonly string[], count: number): Promise<void> {
	const traces = await Promise.all(models.map(async (id) => findTraces(redis, await namesOf(redis, id))));
	const missing = count - (await countOrders(redis)).COMPLETED;
	const counters = ['orders:sequence', `invoice:counter:${new Date().getUTCFullYear()}`] as const;
	const [sequence, invoice] = (await redis.mget(...counters)).map(Number) as [number, number];
	for (let done = 0; done < missing; ) {
		const pipeline = redis.pipeline();
		for (const end = Math.min(missing, done + batch); done < end; ) {
			const model = traces[done % traces.length]!;
			done++;
			const names = inventedNames(sequence + done, invoice + done, () =>
				randomBytes(16).toString('base64url'),
			);
			queueOrder(pipeline, model, names, Math.random() * historyMs);
		}
		for (const [error] of (await pipeline.exec()) ?? []) if (error) throw error;
	}
	await redis.mset(counters[0], sequence + missing, counters[1], invoice + missing);
}

function queueOrder(
	pipeline: ReturnType<Redis['pipeline']>,
	traces: Traces,
	names: OrderNames,
	ageMs: number,
): void {
	for (const { key, type, value, lifetimeMs } of traces.keys) {
		const left = lifetimeMs === undefined ? undefined : Math.round(lifetimeMs - ageMs);
		if (left !== undefined && left <= 0) continue;
		const name = fill(key, names);
		const text = aged(fill(value, names), ageMs);
		if (type === 'json') pipeline.call('JSON.SET', name, '$', text);
		else pipeline.set(name, text);
		if (left !== undefined) pipeline.pexpire(name, left);
	}
	for (const { key, type, member, score } of traces.members) {
		if (type === 'zset') pipeline.zadd(key, aged(score, ageMs), fill(member, names));
		else pipeline.sadd(key, fill(member, names));
	}
}

/** The text with its times, which are epoch milliseconds, moved into the past. */
function aged(text: string, ageMs: number): string {
	return text.replace(/\b1\d{12}\b/g, (time) => String(Math.round(Number(time) - ageMs)));
}
