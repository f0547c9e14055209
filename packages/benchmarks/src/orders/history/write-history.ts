import { randomBytes } from 'node:crypto';
import type { Redis } from '@infinite-blob/redis/connect';
import type { BenchShop } from '../bench-shop.ts';
import { countOrders, someCompleted } from '../order-counts.ts';
import { fill, type Pattern } from './pattern.ts';
import { findTraces, inventedNames, namesOf, type OrderNames, type Traces } from './traces.ts';

const dayMs = 24 * 60 * 60 * 1000;
const historyMs = 365 * dayMs;
const batch = 500;
const modelCount = 20;

/**
 * Fills a shop with orders of the past year: what real orders, just bought, left in Redis, again and again under other
 * names and at other times. What a service would have let expire by then is left out.
 *
 * @param count how many orders there are to be in the end
 */
export async function writeHistory({ redis, documents }: BenchShop, count: number): Promise<void> {
	const models = await someCompleted(documents, modelCount);
	const traces = await Promise.all(models.map(async (id) => findTraces(redis, await namesOf(redis, id))));
	const missing = count - (await countOrders(documents)).COMPLETED;
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
	const filled = (values: readonly Pattern[]) => values.map((value) => aged(fill(value, names), ageMs));
	for (const { key, command, values, lifetimeMs } of traces.keys) {
		const left = lifetimeMs === undefined ? undefined : Math.round(lifetimeMs - ageMs);
		if (left !== undefined && left <= 0) continue;
		const name = fill(key, names);
		pipeline.call(command, name, ...filled(values));
		if (left !== undefined) pipeline.pexpire(name, left);
	}
	for (const { key, command, values } of traces.members) pipeline.call(command, key, ...filled(values));
}

/** The text with its times, which are epoch milliseconds, moved into the past. */
function aged(text: string, ageMs: number): string {
	return text.replace(/\b1\d{12}\b/g, (time) => String(Math.round(Number(time) - ageMs)));
}
