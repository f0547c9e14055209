import { productSnapshot } from '@infinite-blob/events/products/product-snapshot';
import { z } from 'zod';
import { orderRecord } from '../domain/order-record.ts';
import { orderLesson } from '../learning/learn-orders.ts';
import { productLesson } from '../learning/learn-products.ts';
import type { Lesson } from '../learning/learner.ts';

/** What an export told cannot be learned. */
class Unreadable extends Error {
	override name = 'Unreadable';
}

const purchase = z
	.object({
		orderId: z.string(),
		paidAt: z.number(),
		lines: z.array(z.object({ productId: z.string(), quantity: z.int() })),
	})
	.transform(({ orderId, paidAt, lines }) => ({
		order: orderId,
		paidAt,
		lines: lines.map(({ productId, quantity }) => ({ product: productId, quantity })),
	}));

/**
 * Makes lessons of some lines of an export, which do not get into each other's way: while Redis writes down the one, the
 * other is on its way.
 *
 * @throws Unreadable
 */
export type Reading = (lines: readonly string[]) => Lesson[];

/** Lines with a product's snapshot each. */
export const readSnapshots: Reading = (lines) => {
	const snapshots = lines.map((line) => parse(productSnapshot, line));
	const half = Math.ceil(snapshots.length / 2);
	return [productLesson(snapshots.slice(0, half)), productLesson(snapshots.slice(half))];
};

/** Lines with what an order bought each. */
export const readPurchases: Reading = (lines) => {
	const purchases = lines.map((line) => parse(purchase, line));
	// By the sets in which they are written down.
	const halves = Map.groupBy(purchases, ({ order }) => orderRecord(order).bucket < 'W');
	return [...halves.values()].map((half) => orderLesson(half, Date.now()));
};

function parse<T>(schema: z.ZodType<T>, line: string): T {
	try {
		return schema.parse(JSON.parse(line));
	} catch (error) {
		throw new Unreadable(`An export has a line that cannot be read: ${line.slice(0, 100)}`, { cause: error });
	}
}
