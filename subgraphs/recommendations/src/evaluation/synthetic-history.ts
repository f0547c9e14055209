import type { ProductSnapshot } from '@infinite-blob/events/products/product-snapshot';
import { syntheticCatalogue } from '@infinite-blob/synthetic-shop/catalogue';
import { syntheticOrders } from '@infinite-blob/synthetic-shop/orders';

/** The moment the made-up history ends, so that it is the same on every day. */
const until = Date.UTC(2026, 9, 1);

/** How large the made-up shop is. */
export interface HistorySize {
	seed: number;
	products: number;
	orders: number;
}

/** A made-up shop: its products as their events carry them, the topic of each, its orders, oldest first, and when the last one was. */
export function syntheticHistory({ seed, products: size, orders: count }: HistorySize) {
	const catalogue = syntheticCatalogue({ seed, size, until });
	const topics = new Map<string, string>();
	const products = Array.from({ length: size }, (_, index): ProductSnapshot => {
		const { handle, name, description, tags, price, createdAt, topic } = catalogue.at(index);
		topics.set(handle, topic);
		return { id: handle, handle, name, description, tags, price, createdAt, available: true, version: 1 };
	});
	return { products, topics, orders: [...syntheticOrders({ seed, catalogue, count, until })], until };
}
