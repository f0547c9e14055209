import { z } from 'zod';
import { defineEvent } from '../envelope.ts';

/** The mail server refused the confirmation for good. */
export const confirmationRefused = defineEvent(
	'orders.events',
	'email.confirmation_refused',
	z.object({ orderId: z.string(), reason: z.string() }),
);
