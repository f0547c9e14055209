import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { orderSnapshot } from './order-snapshot.ts';

/** An order is paid back; its downloads are closed. */
export const orderRefunded = defineEvent(
	'orders.events',
	'order.refunded',
	z.object({ order: orderSnapshot }),
);
