import { currencies } from '@infinite-blob/money/currency';
import { z } from 'zod';

const money = z.object({ amount: z.int(), currency: z.enum(currencies) });

/** An order as its events carry it: everything that a consumer may need, so that none has to ask. */
export const orderSnapshot = z.object({
	id: z.string(),
	/** For people: IB-000123. */
	number: z.string(),
	/** Goes up with each change of the order. */
	version: z.int(),
	customer: z.object({ firstName: z.string(), lastName: z.string(), email: z.string() }),
	cartId: z.string(),
	cartVersion: z.int(),
	lines: z.array(
		z.object({
			id: z.string(),
			productId: z.string(),
			name: z.string(),
			quantity: z.int(),
			unitPrice: money,
			total: money,
		}),
	),
	subtotal: money,
	discount: money,
	total: money,
	coupon: z.string().nullable(),
	/** Counts the charges that were tried; the first is 1. */
	attempt: z.int(),
	paymentMethod: z.string(),
	last4: z.string().nullable(),
	placedAt: z.number(),
	paidAt: z.number().nullable(),
	refundedAt: z.number().nullable(),
});

export type OrderSnapshot = z.output<typeof orderSnapshot>;
