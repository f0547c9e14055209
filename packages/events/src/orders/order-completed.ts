import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { orderSnapshot } from './order-snapshot.ts';

/** An order is done: paid, invoiced, confirmed. */
export const orderCompleted = defineEvent(
	'orders.events',
	'order.completed',
	z.object({ order: orderSnapshot }),
);
