import { declineReason } from '#lib/checkout/test-cards.ts';
import { isBeingRefunded } from './standing.ts';
import type { Receipt } from './timeline.ts';

/** Where an order stands, in words for whoever bought. */
export interface Outcome {
	heading: string;
	text: string;
}

type Told = Pick<Receipt, 'status' | 'payment' | 'total' | 'customer'>;

/**
 * What the order's page says first.
 *
 * @param day writes an instant as a day
 */
export function outcomeOf(order: Told, day: (instant: string) => string): Outcome {
	return isBeingRefunded(order) ? refundUnderWay(order) : outcomes[order.status](order, day);
}

const outcomes: Record<Told['status'], (order: Told, day: (instant: string) => string) => Outcome> = {
	PLACED: () => ({
		heading: 'Thank you for your order',
		text: 'The payment is being taken. It takes a few seconds; you may stay here or come back later.',
	}),
	PAID: () => ({
		heading: 'Payment received',
		text: 'Your files are ready to download. The invoice is being written.',
	}),
	INVOICED: ({ customer }) => ({
		heading: 'Your invoice is written',
		text: `The confirmation is on its way to ${customer.email}. Your files are ready to download.`,
	}),
	COMPLETED: ({ customer }) => ({
		heading: 'Enjoy your artworks',
		text: `Confirmation and invoice went to ${customer.email}. The link in that mail opens this page on your other devices.`,
	}),
	DECLINED: ({ payment }) => ({
		heading: 'Your payment was declined',
		text: `${declineReason(payment.declineCode)} Nothing was charged, and your cart is as it was.`,
	}),
	CANCELLED: () => ({
		heading: 'This order is cancelled',
		text: 'Nothing was charged, and your cart was left as it was.',
	}),
	REFUNDED: ({ total, payment }, day) => {
		const soon = payment.last4 ? ' Most banks show it within 5 to 10 business days.' : '';
		const when = payment.refundedAt ? ` on ${day(payment.refundedAt)}` : '';
		return {
			heading: 'This order is refunded',
			text: `${total.formatted} went back to ${payer(payment)}${when}.${soon} The downloads of this order are closed.`,
		};
	},
};

function refundUnderWay({ total, payment }: Told): Outcome {
	return {
		heading: 'The refund is on its way',
		text: `${total.formatted} goes back to ${payer(payment)}. The downloads of this order are closed.`,
	};
}

/** What cost nothing was paid without a card. */
function payer({ last4 }: Told['payment']): string {
	return last4 ? `the card ending in ${last4}` : 'you';
}
