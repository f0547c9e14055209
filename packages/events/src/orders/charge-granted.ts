import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { orderSnapshot } from './order-snapshot.ts';

/** The orders service lets the payment worker charge: from here on the order cannot be cancelled. */
export const chargeGranted = defineEvent(
	'orders.events',
	'payment.charge_granted',
	z.object({ order: orderSnapshot }),
);
