import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { orderSnapshot } from './order-snapshot.ts';

/** A declined order is to be charged again, with another payment method. */
export const paymentRetried = defineEvent(
	'orders.events',
	'order.payment_retried',
	z.object({ order: orderSnapshot }),
);
