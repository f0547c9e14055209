import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { orderSnapshot } from './order-snapshot.ts';

const document = z.object({
	number: z.string(),
	/** Its key in the file store. */
	file: z.string(),
});

/** A refunded order has its credit note; the customer may be told. */
export const orderCredited = defineEvent(
	'orders.events',
	'order.credited',
	z.object({ order: orderSnapshot, invoice: document, creditNote: document }),
);
