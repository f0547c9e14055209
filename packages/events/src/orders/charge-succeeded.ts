import { z } from 'zod';
import { defineEvent } from '../envelope.ts';

/** The provider took the money. */
export const chargeSucceeded = defineEvent(
	'orders.events',
	'payment.charge_succeeded',
	z.object({
		orderId: z.string(),
		attempt: z.int(),
		chargeId: z.string(),
		last4: z.string(),
		chargedAt: z.number(),
	}),
);
