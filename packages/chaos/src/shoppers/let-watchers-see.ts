import { readOrders } from '../audit/read-redis.ts';
import type { FaultShop } from '../fault-shop.ts';
import type { Journal } from './journal.ts';

const patienceMs = 12_000;

/** Gives those who watch the time to see where their orders rest. */
export async function letWatchersSee({ asked }: Journal, { redis }: FaultShop): Promise<void> {
	const over = AbortSignal.timeout(patienceMs);
	const orders = new Map((await readOrders(redis)).map((order) => [order.id, order]));
	const unseen = asked.filter(({ watch, orderIds: [id] = [] }) => {
		const order = id === undefined ? undefined : orders.get(id);
		return order && watch?.latest?.steps !== order.timeline.length;
	});
	await Promise.all(
		unseen.map(async ({ watch, orderIds: [id] }) => {
			const steps = orders.get(id!)!.timeline.length;
			await watch?.seen((sighting) => sighting.steps >= steps, over);
		}),
	);
}
