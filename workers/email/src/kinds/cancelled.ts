import { orderCancelled } from '@infinite-blob/events/orders/order-cancelled';
import { firstNameOf } from './first-name.ts';
import { mailKind } from './mail-kind.ts';

/** A cancelled order is over before anything was paid. */
export const cancelled = mailKind({
	definition: orderCancelled,
	name: () => 'cancelled',
	content: ({ order }) => ({
		subject: `Your order ${order.number} is cancelled`,
		heading: 'Your order is cancelled',
		preview: 'Nothing was charged.',
		blocks: [
			{
				type: 'paragraph',
				text: `Hello ${firstNameOf(order)}, your order ${order.number} is cancelled. Nothing was charged, and your cart is as it was.`,
			},
			{ type: 'button', label: 'View your order' },
		],
	}),
});
