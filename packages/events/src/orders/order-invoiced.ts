import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { issuedDocument } from './issued-document.ts';
import { orderSnapshot } from './order-snapshot.ts';

/** An order has its invoice; the confirmation may go out. */
export const orderInvoiced = defineEvent(
	'orders.events',
	'order.invoiced',
	z.object({ order: orderSnapshot, invoice: issuedDocument }),
);
