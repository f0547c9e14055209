import { orderDeclined } from '@infinite-blob/events/orders/order-declined';
import { oneLine } from '../mail/one-line.ts';
import { firstNameOf } from './first-name.ts';
import { mailKind } from './mail-kind.ts';
import { orderLines } from './order-lines.ts';

/** A declined payment can be made with another card; each try has its own mail. */
export const declined = mailKind({
	definition: orderDeclined,
	name: ({ attempt }) => `declined.${attempt}`,
	content({ order, reason }) {
		const card = order.last4 ? ` with the card ending in ${order.last4}` : '';
		return {
			subject: `The payment of your order ${order.number} was declined`,
			heading: 'Your payment was declined',
			preview: 'Nothing was charged. You can pay with another card.',
			blocks: [
				{
					type: 'paragraph',
					text: `Hello ${firstNameOf(order)}, the payment of your order ${order.number}${card} did not go through. Nothing was charged.`,
				},
				{ type: 'paragraph', text: `The payment provider says: ${oneLine(reason, 300)}` },
				{ type: 'button', label: 'Pay with another card' },
				orderLines(order, 'Not paid yet.'),
				{
					type: 'list',
					heading: 'If you do nothing',
					items: ['Your cart stays as it is, and you pay nothing. You can also cancel on your order page.'],
				},
			],
		};
	},
});
