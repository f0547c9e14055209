import { z } from 'zod';
import { defineEvent } from '../envelope.ts';

/** The provider said no. */
export const chargeDeclined = defineEvent(
	'orders.events',
	'payment.charge_declined',
	z.object({
		orderId: z.string(),
		attempt: z.int(),
		last4: z.string().nullable(),
		/** The provider's word: card_declined, insufficient_funds, … */
		declineCode: z.string(),
		/** For the shopper. */
		reason: z.string(),
	}),
);
