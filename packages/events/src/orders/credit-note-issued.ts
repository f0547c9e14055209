import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { issuedDocument } from './issued-document.ts';

/** The credit note of a refunded order exists as a file; so does its invoice. */
export const creditNoteIssued = defineEvent(
	'orders.events',
	'invoice.credit_note_issued',
	z.object({
		orderId: z.string(),
		creditNoteNumber: z.string(),
		/** Its key in the file store. */
		file: z.string(),
		issuedAt: z.number(),
		/** What it takes back. */
		invoice: issuedDocument,
	}),
);
