import { z } from 'zod';
import { defineEvent } from '../envelope.ts';

/** The provider paid a charge of an order back. */
export const chargeRefunded = defineEvent(
	'orders.events',
	'payment.charge_refunded',
	z.object({ orderId: z.string(), chargeId: z.string(), refundId: z.string(), refundedAt: z.number() }),
);
