import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { orderSnapshot } from './order-snapshot.ts';

/** An order's payment was declined. */
export const orderDeclined = defineEvent(
	'orders.events',
	'order.declined',
	z.object({ order: orderSnapshot, declineCode: z.string(), reason: z.string() }),
);
