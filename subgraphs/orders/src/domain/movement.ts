import type { News } from './news.ts';
import { isPaid, type Order } from './order.ts';

const minute = 60_000;
/** An order that should move by itself and has not for so long is overdue. */
export const patienceMs = 5 * minute;
const longestPauseMs = 60 * minute;
const remindForMs = 30 * 24 * 60 * minute;

/** What should move the order by itself, each told once before; none when it rests. */
export function movers(order: Order): News[] {
	const next = nextMover(order);
	const strays = (order.strayCharges ?? []).filter(({ refundedAt }) => refundedAt === null);
	return [
		...(next ? [next] : []),
		...strays.map(({ chargeId }): News => ({ type: 'order.refund_requested', chargeId })),
	];
}

/**
 * The order after a reminder, when one is due, and what to tell again: the pauses double up to an hour, and after 30
 * days nothing is told any more.
 */
export function remind(order: Order, now: number): { order: Order; news: News[] } | undefined {
	const rested = now - order.updatedAt;
	if (rested < patienceMs || now < (order.remindAt ?? 0)) return undefined;
	const remindAt = now + Math.min(rested, longestPauseMs);
	return { order: { ...order, remindAt }, news: rested < remindForMs ? movers(order) : [] };
}

function nextMover(order: Order): News | undefined {
	if (isPaid(order) && order.payment.status === 'REFUND_PENDING') {
		return { type: 'order.refund_requested', chargeId: order.payment.chargeId };
	}
	switch (order.status) {
		case 'PLACED':
			if (order.payment.status === 'PROCESSING') return { type: 'payment.charge_granted' };
			return { type: order.attempts.length > 1 ? 'order.payment_retried' : 'order.placed' };
		case 'PAID':
			return { type: 'order.paid' };
		case 'INVOICED':
			return order.invoice ? { type: 'order.invoiced', invoice: order.invoice } : undefined;
		case 'REFUNDED':
			return order.creditNote ? undefined : { type: 'order.refunded' };
		default:
			return undefined;
	}
}
