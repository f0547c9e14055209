import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { orderSnapshot } from './order-snapshot.ts';

/** An order was placed; its payment is to be made. */
export const orderPlaced = defineEvent('orders.events', 'order.placed', z.object({ order: orderSnapshot }));
