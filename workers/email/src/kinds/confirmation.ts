import { makeEvent } from '@infinite-blob/events/envelope';
import { confirmationRefused } from '@infinite-blob/events/orders/confirmation-refused';
import { confirmationSent } from '@infinite-blob/events/orders/confirmation-sent';
import { orderInvoiced } from '@infinite-blob/events/orders/order-invoiced';
import { firstNameOf } from './first-name.ts';
import { invoicePdf, mailKind } from './mail-kind.ts';
import { orderLines } from './order-lines.ts';

/** An invoiced order is confirmed, with its invoice; what came of it completes the order. */
export const confirmation = mailKind({
	definition: orderInvoiced,
	name: () => 'confirmation',
	content({ order, invoice }) {
		const firstName = firstNameOf(order);
		return {
			subject: `Your order ${order.number} at Infinite Blob`,
			heading: `Thank you, ${firstName}`,
			preview: 'Your artworks are ready to download, your invoice is attached.',
			blocks: [
				{ type: 'paragraph', text: `Your order ${order.number} is paid, and your artworks are ready.` },
				{ type: 'button', label: 'View your order' },
				orderLines(order, order.last4 ? `Paid with the card ending in ${order.last4}.` : 'Paid in full.'),
				{
					type: 'list',
					heading: 'What happens next',
					items: [
						'Your order page has the originals, in full resolution. Each may be downloaded up to five times.',
						`Invoice ${invoice.number} is attached to this mail, and on your order page as well.`,
						'Nothing will be sent by post: what you bought is yours from now on.',
					],
				},
			],
		};
	},
	attachments: ({ invoice }) => [invoicePdf(invoice)],
	report(event, { messageId, refused }, now) {
		const orderId = event.data.order.id;
		return refused === undefined
			? makeEvent(confirmationSent, orderId, { orderId, messageId }, event.id, now)
			: makeEvent(confirmationRefused, orderId, { orderId, reason: refused }, event.id, now);
	},
});
