import { z } from 'zod';
import { defineEvent } from '../envelope.ts';

/** The provider paid an order back. */
export const chargeRefunded = defineEvent(
	'orders.events',
	'payment.charge_refunded',
	z.object({ orderId: z.string(), refundId: z.string(), refundedAt: z.number() }),
);
