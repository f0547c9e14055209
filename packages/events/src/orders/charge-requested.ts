import { z } from 'zod';
import { defineEvent } from '../envelope.ts';

/** The payment worker asks to charge an order; it may not call the provider before the claim is granted. */
export const chargeRequested = defineEvent(
	'orders.events',
	'payment.charge_requested',
	z.object({ orderId: z.string(), attempt: z.int() }),
);
