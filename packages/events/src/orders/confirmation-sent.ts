import { z } from 'zod';
import { defineEvent } from '../envelope.ts';

/** The mail server accepted the confirmation. */
export const confirmationSent = defineEvent(
	'orders.events',
	'email.confirmation_sent',
	z.object({ orderId: z.string(), messageId: z.string() }),
);
