import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { orderSnapshot } from './order-snapshot.ts';

/** An order is paid. */
export const orderPaid = defineEvent('orders.events', 'order.paid', z.object({ order: orderSnapshot }));
