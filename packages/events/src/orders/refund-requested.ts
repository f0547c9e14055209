import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { orderSnapshot } from './order-snapshot.ts';

/**
 * A charge of an order is to be paid back: the order's own, or one that succeeded when the order did not wait for it
 * any more.
 */
export const refundRequested = defineEvent(
	'orders.events',
	'order.refund_requested',
	z.object({ order: orderSnapshot, chargeId: z.string() }),
);
