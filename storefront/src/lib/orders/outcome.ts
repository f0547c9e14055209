import { day } from './dates.ts';
import { isBeingRefunded } from './standing.ts';
import type { Receipt } from './timeline.ts';

/** What became of an order that went another way than to its completion. */
interface Outcome {
	heading: string;
	text: string;
}

/** Null where the order goes, or has gone, its usual way; a declined payment has a form of its own. */
export function outcomeOf(order: Pick<Receipt, 'status' | 'payment' | 'total'>): Outcome | null {
	const { status, payment, total } = order;
	// What cost nothing was paid without a card.
	const card = payment.last4 ? `the card ending in ${payment.last4}` : 'you';
	if (isBeingRefunded(order)) {
		return {
			heading: 'The refund is on its way',
			text: `${total.formatted} goes back to ${card}. The downloads of this order are closed.`,
		};
	}
	if (status === 'REFUNDED') {
		const soon = payment.last4 ? ' Most banks show it within 5 to 10 business days.' : '';
		const when = payment.refundedAt ? ` on ${day(payment.refundedAt)}` : '';
		return {
			heading: 'This order is refunded',
			text: `${total.formatted} went back to ${card}${when}.${soon} The downloads of this order are closed.`,
		};
	}
	if (status === 'CANCELLED') {
		return {
			heading: 'This order is cancelled',
			text: 'Nothing was charged, and your cart was left as it was.',
		};
	}
	return null;
}
