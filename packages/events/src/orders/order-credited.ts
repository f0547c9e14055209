import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { issuedDocument } from './issued-document.ts';
import { orderSnapshot } from './order-snapshot.ts';

/** A refunded order has its credit note; the customer may be told. */
export const orderCredited = defineEvent(
	'orders.events',
	'order.credited',
	z.object({ order: orderSnapshot, invoice: issuedDocument, creditNote: issuedDocument }),
);
