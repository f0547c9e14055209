import { setTimeout as sleep } from 'node:timers/promises';
import { replayAllDeadLetters } from '@infinite-blob/events/dead-letters';
import { streams } from '@infinite-blob/events/streams';
import { readGroups, readOrders } from './audit/read-redis.ts';
import type { FaultShop } from './fault-shop.ts';

const resting = ['COMPLETED', 'DECLINED', 'CANCELLED', 'REFUNDED'];
const everyMs = 500;
const quietLooks = 3;

/**
 * Waits until nothing moves any more, with all dependencies back: every order rests, every event is handled.
 * Dead letters are replayed, as an operator would.
 *
 * @param isDone whether nobody is going to ask for more
 * @param over ends the waiting
 * @returns how many dead letters were replayed
 */
export async function settle(shop: FaultShop, isDone: () => boolean, over: AbortSignal): Promise<number> {
	let replayed = 0;
	// What was appended between two looks is seen by the next one.
	for (let quiet = 0; quiet < quietLooks && !over.aborted; await sleep(everyMs)) {
		for (const stream of streams)
			replayed += (await replayAllDeadLetters(shop.redis, stream)).replayed.length;
		const isQuiet = isDone() && (await isHandled(shop)) && (await areResting(shop));
		quiet = isQuiet ? quiet + 1 : 0;
	}
	return replayed;
}

async function isHandled({ redis }: FaultShop): Promise<boolean> {
	const groups = await readGroups(redis);
	return groups.every(({ lag, pending, deadLetters }) => lag + pending + deadLetters === 0);
}

async function areResting({ redis }: FaultShop): Promise<boolean> {
	const orders = await readOrders(redis);
	return orders.every(
		({ status, payment, creditNote }) =>
			resting.includes(status) &&
			payment.status !== 'REFUND_PENDING' &&
			(status !== 'REFUNDED' || creditNote !== undefined),
	);
}
