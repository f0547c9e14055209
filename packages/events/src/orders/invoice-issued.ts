import { z } from 'zod';
import { defineEvent } from '../envelope.ts';

/** The invoice of an order exists as a file. */
export const invoiceIssued = defineEvent(
	'orders.events',
	'invoice.issued',
	z.object({
		orderId: z.string(),
		invoiceNumber: z.string(),
		/** Its key in the file store. */
		file: z.string(),
		issuedAt: z.number(),
	}),
);
