import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { orderSnapshot } from './order-snapshot.ts';

/** An order is to be paid back. */
export const refundRequested = defineEvent(
	'orders.events',
	'order.refund_requested',
	z.object({ order: orderSnapshot, chargeId: z.string() }),
);
