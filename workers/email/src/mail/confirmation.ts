import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { format } from '@infinite-blob/money/money';
import { oneLine } from './one-line.ts';

/** What a confirmation says, in words and formatted amounts, for its HTML and its text alike. */
export interface Confirmation {
	firstName: string;
	orderNumber: string;
	invoiceNumber: string;
	lines: { name: string; quantity: number; unitPrice: string; total: string }[];
	subtotal: string;
	/** Null without a discount. */
	discount: { label: string; amount: string } | null;
	total: string;
	/** A sentence. */
	payment: string;
	/** Opens the order for whoever holds the mail. */
	orderUrl: string;
	shopUrl: string;
}

export function describeConfirmation(
	order: OrderSnapshot,
	invoiceNumber: string,
	orderUrl: string,
	shopUrl: string,
): Confirmation {
	return {
		firstName: oneLine(order.customer.firstName, 60),
		orderNumber: order.number,
		invoiceNumber,
		lines: order.lines.map(({ name, quantity, unitPrice, total }) => ({
			name: oneLine(name),
			quantity,
			unitPrice: format(unitPrice),
			total: format(total),
		})),
		subtotal: format(order.subtotal),
		discount:
			order.discount.amount > 0
				? {
						label: order.coupon ? `Discount (${oneLine(order.coupon)})` : 'Discount',
						amount: `−${format(order.discount)}`,
					}
				: null,
		total: format(order.total),
		payment: order.last4 ? `Paid with the card ending in ${order.last4}.` : 'Paid in full.',
		orderUrl,
		shopUrl,
	};
}

export function confirmationSubject({ orderNumber }: Confirmation): string {
	return `Your order ${orderNumber} at Infinite Blob`;
}

/** What a customer may expect from here. */
export function nextSteps({ invoiceNumber }: Confirmation): string[] {
	return [
		'Your order page has the originals, in full resolution. Each may be downloaded up to five times.',
		`Invoice ${invoiceNumber} is attached to this mail, and on your order page as well.`,
		'Nothing will be sent by post: what you bought is yours from now on.',
	];
}
