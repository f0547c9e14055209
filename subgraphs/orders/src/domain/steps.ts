import type { EventOf } from '@infinite-blob/events/envelope';
import type { chargeDeclined } from '@infinite-blob/events/orders/charge-declined';
import type { chargeSucceeded } from '@infinite-blob/events/orders/charge-succeeded';
import type { creditNoteIssued } from '@infinite-blob/events/orders/credit-note-issued';
import type { News } from './news.ts';
import { isPaid, type Order, type OrderDocument, type Payment } from './order.ts';
import { OrderError } from './order-error.ts';
import { check, type TransitionName, transitions } from './transitions.ts';

/** The order after a step and what is to be told of it; undefined when it stays as it is. */
export type Step = { order: Order; news?: News } | undefined;

const unpaid = { chargeId: null, chargedAt: null, refundedAt: null } as const;

/** Lets the payment worker charge, once per attempt; from here on the order cannot be cancelled. */
export function grantCharge(order: Order, attempt: number, now: number): Step {
	if (check(order, 'grantCharge', { attempt }) !== 'go') return undefined;
	const payment: Payment = { ...order.payment, ...unpaid, status: transitions.grantCharge.paymentTo };
	return { order: changed(order, { payment }, now), news: { type: 'payment.charge_granted' } };
}

/** Money that arrives pays the order when it waits for it, and goes back when it does not. */
export function pay(order: Order, charge: EventOf<typeof chargeSucceeded>['data'], now: number): Step {
	const { attempt, chargeId, last4, chargedAt } = charge;
	const outcome = check(order, 'pay', charge);
	if (outcome === 'unchanged') return undefined;
	if (outcome === 'paid back') {
		const strayCharges = [...(order.strayCharges ?? []), { chargeId, attempt, refundedAt: null }];
		const news: News = { type: 'order.refund_requested', chargeId };
		return { order: changed(order, { strayCharges }, now), news };
	}
	const payment: Payment = {
		...order.payment,
		...{ status: transitions.pay.paymentTo, last4, chargeId, chargedAt, refundedAt: null },
	};
	const detail = last4 ? `Paid with the card ending in ${last4}.` : 'Paid in full.';
	return { order: moved(order, 'pay', { payment }, detail, now), news: { type: 'order.paid' } };
}

export function decline(order: Order, report: EventOf<typeof chargeDeclined>['data'], now: number): Step {
	if (check(order, 'decline', report) !== 'go') return undefined;
	const { last4, declineCode, reason } = report;
	const { paymentTo: status } = transitions.decline;
	const payment: Payment = { ...order.payment, ...unpaid, status, last4, declineCode };
	const news: News = { type: 'order.declined', declineCode, reason };
	return { order: moved(order, 'decline', { payment }, reason, now), news };
}

/** A paid order moves on with its invoice; one that was refunded meanwhile keeps it, which is no news. */
export function addInvoice(order: Order, invoice: OrderDocument, now: number): Step {
	if (check(order, 'keepInvoice', {}) === 'go') return { order: changed(order, { invoice }, now) };
	if (check(order, 'addInvoice', {}) !== 'go') return undefined;
	const news: News = { type: 'order.invoiced', invoice };
	return { order: moved(order, 'addInvoice', { invoice }, `Invoice ${invoice.number}.`, now), news };
}

/** @param detail whether the confirmation went out or was refused for good */
export function complete(order: Order, detail: string, now: number): Step {
	if (check(order, 'complete', {}) !== 'go') return undefined;
	return { order: moved(order, 'complete', {}, detail, now), news: { type: 'order.completed' } };
}

/** @throws NOT_CANCELLABLE once the order is being charged, paid or paid back */
export function cancel(order: Order, now: number): Step {
	if (check(order, 'cancel', {}) !== 'go') return undefined;
	const cancelled = moved(order, 'cancel', {}, 'Cancelled before it was paid.', now);
	return { order: cancelled, news: { type: 'order.cancelled' } };
}

/**
 * Puts a declined order forward for another charge.
 *
 * @throws NOT_RETRYABLE when it is not declined, IDEMPOTENCY_KEY_REUSED when the key stands for another method
 */
export function retry(order: Order, paymentMethod: string, idempotencyKey: string, now: number): Step {
	if (check(order, 'retry', { idempotencyKey }) !== 'go') {
		const before = order.attempts.slice(1).find((attempt) => attempt.idempotencyKey === idempotencyKey);
		if (before?.paymentMethod === paymentMethod) return undefined;
		throw new OrderError(
			'IDEMPOTENCY_KEY_REUSED',
			'This key was used with another payment method before. Make a new key for a new try.',
			['idempotencyKey'],
		);
	}
	const attempts = [...order.attempts, { paymentMethod, idempotencyKey }];
	const { paymentTo: status } = transitions.retry;
	const payment: Payment = { ...unpaid, status, method: paymentMethod, last4: null, declineCode: null };
	const again = moved(order, 'retry', { attempts, payment }, 'Trying another payment method.', now);
	return { order: again, news: { type: 'order.payment_retried' } };
}

/** @throws NOT_REFUNDABLE when it was never paid */
export function requestRefund(order: Order, now: number): Step {
	if (check(order, 'requestRefund', {}) !== 'go' || !isPaid(order)) return undefined;
	const payment: Payment = { ...order.payment, status: transitions.requestRefund.paymentTo };
	const news: News = { type: 'order.refund_requested', chargeId: order.payment.chargeId };
	return { order: changed(order, { payment }, now), news };
}

/** Money went back: the order's own makes it REFUNDED, a stray charge is settled without a word. */
export function refund(order: Order, chargeId: string, refundedAt: number, now: number): Step {
	if (check(order, 'refund', { chargeId }) === 'go' && isPaid(order)) {
		const payment: Payment = { ...order.payment, status: transitions.refund.paymentTo, refundedAt };
		const refunded = moved(order, 'refund', { payment }, 'Paid back in full.', now);
		return { order: refunded, news: { type: 'order.refunded' } };
	}
	const open = order.strayCharges?.some((stray) => stray.chargeId === chargeId && stray.refundedAt === null);
	if (!open) return undefined;
	const strayCharges = order.strayCharges?.map((stray) =>
		stray.chargeId === chargeId ? { ...stray, refundedAt } : stray,
	);
	return { order: changed(order, { strayCharges: strayCharges ?? [] }, now) };
}

/** A refunded order gets its credit note, and the invoice that this takes back if it was not known yet. */
export function credit(order: Order, issued: EventOf<typeof creditNoteIssued>['data'], now: number): Step {
	if (check(order, 'credit', {}) !== 'go') return undefined;
	const creditNote = { number: issued.creditNoteNumber, file: issued.file };
	const invoice = order.invoice ?? issued.invoice;
	const news: News = { type: 'order.credited', invoice, creditNote };
	return { order: changed(order, { invoice, creditNote }, now), news };
}

/** Lets another session see the order, which does not move it. */
export function addViewer(order: Order, sessionId: string): Step {
	if (order.viewers.includes(sessionId)) return undefined;
	return { order: { ...order, viewers: [...order.viewers, sessionId], version: order.version + 1 } };
}

type Moving = { [Name in TransitionName]: (typeof transitions)[Name] extends { to: unknown } ? Name : never };

/** The order where the transition leads, with its entry in the timeline. */
function moved(
	order: Order,
	name: Moving[TransitionName],
	parts: Partial<Order>,
	detail: string,
	now: number,
): Order {
	const status = transitions[name].to;
	// Another replica's clock may be ahead; the timeline never goes back.
	const at = Math.max(now, order.updatedAt);
	return changed(order, { ...parts, status, timeline: [...order.timeline, { status, at, detail }] }, at);
}

function changed({ remindAt: _, ...order }: Order, parts: Partial<Order>, now: number): Order {
	return { ...order, ...parts, version: order.version + 1, updatedAt: Math.max(now, order.updatedAt) };
}
