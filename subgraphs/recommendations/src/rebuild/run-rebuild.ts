import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { deleteLeaving } from '../delete-leaving.ts';
import {
	changeGenerations,
	prepareGenerations,
	Superseded,
	withNewGeneration,
	withoutNewGeneration,
	withSwitch,
} from '../generations.ts';
import { Learner } from '../learning/learner.ts';
import { readPurchases, readSnapshots } from './lessons.ts';
import { teach } from './teach.ts';

/** The histories, told line by line; asked for when the new generation hears of events already. */
export interface Exports {
	snapshots: () => AsyncIterable<string>;
	purchases: () => AsyncIterable<string>;
}

/** How far a rebuild has come, in numbers of products, orders, and old keys that were deleted. */
export type Step = 'products' | 'orders' | 'old keys';

/** So long may replicas that did not hear of the switch still read the old generation: see `lookEveryMs`. */
const graceMs = 2_000;

/**
 * Learns everything anew from history while the service runs. From the first step on, events go to the new generation
 * as well as to the one in use; only then are the exports asked for, so that whatever happened is told by the one or
 * the other, and by its own records each generation counts it once. In the end the new one answers, and the old one is
 * deleted. A rebuild that fails or is stopped leaves the one in use as it was.
 *
 * @throws Superseded when another rebuild has begun meanwhile
 */
export async function runRebuild(
	redis: Redis,
	transactions: Transactions,
	exports: Exports,
	stopping: AbortSignal,
	onProgress: (step: Step, count: number) => void,
): Promise<void> {
	await prepareGenerations(redis);
	const { building } = await changeGenerations(transactions, withNewGeneration);
	const own = building!;
	try {
		const learner = new Learner(redis, transactions, ({ building: now }) => {
			if (now !== own) throw new Superseded(own);
			return [own];
		});
		const learned = (step: Step) => (count: number) => onProgress(step, count);
		await teach(learner, exports.snapshots(), readSnapshots, 1_000, stopping, learned('products'));
		await teach(learner, exports.purchases(), readPurchases, 2_000, stopping, learned('orders'));
		await changeGenerations(transactions, (generations) => withSwitch(generations, own));
	} catch (error) {
		await changeGenerations(transactions, (generations) => withoutNewGeneration(generations, own));
		throw error;
	}
	await sleep(graceMs);
	await deleteLeaving(redis, transactions, (count) => onProgress('old keys', count));
}
