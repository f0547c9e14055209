import { orderCredited } from '@infinite-blob/events/orders/order-credited';
import { format } from '@infinite-blob/money/money';
import { confirmation } from './confirmation.ts';
import { firstNameOf } from './first-name.ts';
import { creditNotePdf, invoicePdf, mailKind } from './mail-kind.ts';

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** A refunded order has its credit note; and its invoice, where no confirmation brought it. */
export const refunded = mailKind({
	definition: orderCredited,
	name: () => 'refunded',
	content({ order, invoice, creditNote }) {
		const { refundedAt, last4 } = order;
		const amount = format(order.total);
		return {
			subject: `Your order ${order.number} is refunded`,
			heading: 'Your order is refunded',
			preview: `${amount} goes back to ${last4 ? 'your card' : 'you'}. The credit note is attached.`,
			blocks: [
				{
					type: 'paragraph',
					text: `Hello ${firstNameOf(order)}, your order ${order.number} is refunded in full.${last4 ? ' Most banks show the money within 5 to 10 business days.' : ''}`,
				},
				{
					type: 'facts',
					facts: [
						['Refunded', amount],
						...(refundedAt === null ? [] : [['Date', day.format(refundedAt)] as [string, string]]),
						...(last4 ? [['Card', `ending in ${last4}`] as [string, string]] : []),
						['Credit note', creditNote.number],
						['For invoice', invoice.number],
					],
				},
				{ type: 'button', label: 'View your order' },
				{
					type: 'paragraph',
					text: 'The credit note is attached to this mail, and on your order page as well. The downloads of this order are closed.',
				},
			],
		};
	},
	attachments({ order, invoice, creditNote }, sent) {
		const before = sent.get(confirmation.name(order));
		const hasInvoice = before !== undefined && before.refused === undefined;
		return hasInvoice ? [creditNotePdf(creditNote)] : [creditNotePdf(creditNote), invoicePdf(invoice)];
	},
});
