import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { orderSnapshot } from './order-snapshot.ts';

/** An order was called off before it was paid. */
export const orderCancelled = defineEvent(
	'orders.events',
	'order.cancelled',
	z.object({ order: orderSnapshot }),
);
