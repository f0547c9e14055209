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
		/** Null where no card was used, such as for a total of zero. */
		last4: z.string().nullable(),
		chargedAt: z.number(),
	}),
);
