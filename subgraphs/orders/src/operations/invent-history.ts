import { ProgressBar } from '@infinite-blob/progress/progress-bar';
import type { Redis } from '@infinite-blob/redis/connect';
import { syntheticCatalogue } from '@infinite-blob/synthetic-shop/catalogue';
import { type SyntheticOrder, syntheticOrders } from '@infinite-blob/synthetic-shop/orders';
import type { OrderRepository } from '../order-repository.ts';
import { pastOrder, type Sold } from './past-order.ts';

const batch = 200;

/** How far the writing of this very history has come. */
const progressKey = 'orders:history';

interface History {
	seed: number;
	/** How many artworks the synthetic catalogue has. */
	products: number;
	/** How many orders to add. */
	count: number;
	/** Epoch milliseconds. */
	now: number;
}

/**
 * Adds a year of orders for the artworks of a synthetic catalogue. What an earlier run added is not added again: how far
 * it came is written down with each batch.
 *
 * @param sold what is known of products, by handle
 */
export async function inventHistory(
	redis: Redis,
	orders: OrderRepository,
	sold: ReadonlyMap<string, Sold>,
	{ seed, products, count, now }: History,
): Promise<void> {
	const name = `${seed} ${products} ${count}`;
	const earlier = await redis.hgetall(progressKey);
	const isResumed = earlier.name === name;
	const until = isResumed ? Number(earlier.until) : now;
	let done = isResumed ? Number(earlier.count) : 0;
	const catalogue = syntheticCatalogue({ seed, size: products, until });
	const history = syntheticOrders({ seed, catalogue, count, until });
	using bar = new ProgressBar('Add past orders', count, done);
	for (let skipped = 0; skipped < done; skipped++) history.next();
	while (done < count) {
		// `take` would end the generator with the first batch.
		const length = Math.min(batch, count - done);
		const part = Array.from({ length }, () => history.next().value as SyntheticOrder);
		const sequence = await orders.nextSequences(part.length);
		const past = part.flatMap((order, place) => {
			const known = order.lines.map(({ product }) => sold.get(catalogue.at(product).handle));
			const all = known.filter((product) => product !== undefined);
			// Of another catalogue than was grown.
			if (all.length < known.length) return [];
			return [pastOrder(order, all, `${name} ${done + place}`, sequence + place)];
		});
		const reached = done + part.length;
		await orders.addPast(past, (multi) => multi.hset(progressKey, { name, until, count: reached }));
		bar.advance(part.length);
		done = reached;
	}
}
