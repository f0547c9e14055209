import type { SyntheticOrder } from '@infinite-blob/synthetic-shop/orders';

/** A later basket: what was in it, and what was put in last. */
export interface Basket {
	/** Product ids; at least one. */
	held: string[];
	/** The id to be predicted. */
	target: string;
}

/** Orders to learn from, and later baskets to predict the last item of. */
export interface HoldOut {
	train: SyntheticOrder[];
	baskets: Basket[];
}

/** The share of the orders, the earlier ones, that are learned from. */
export const trainShare = 0.9;

/**
 * Parts a history by time: the later orders with two products or more are the baskets. Nothing of the future is known
 * when they are predicted.
 *
 * @param orders oldest first
 */
export function holdOut(
	orders: readonly SyntheticOrder[],
	idOf: (product: number) => string,
	mostBaskets: number,
): HoldOut {
	const split = Math.floor(orders.length * trainShare);
	const baskets = orders
		.slice(split)
		.filter(({ lines }) => lines.length >= 2)
		.slice(0, mostBaskets)
		.map(({ lines }): Basket => {
			const ids = lines.map(({ product }) => idOf(product));
			return { held: ids.slice(0, -1), target: ids.at(-1)! };
		});
	return { train: orders.slice(0, split), baskets };
}
