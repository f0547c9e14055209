import type { EventOf } from '@infinite-blob/events/envelope';
import type { chargeDeclined } from '@infinite-blob/events/orders/charge-declined';
import type { chargeSucceeded } from '@infinite-blob/events/orders/charge-succeeded';
import type { Order, OrderStatus, Payment } from './order.ts';
import { OrderError } from './order-error.ts';

/** Every way an order may go. Nothing else. */
const ways: Record<OrderStatus, readonly OrderStatus[]> = {
	PLACED: ['PAID', 'DECLINED', 'CANCELLED'],
	PAID: ['INVOICED', 'REFUNDED'],
	INVOICED: ['COMPLETED', 'REFUNDED'],
	COMPLETED: ['REFUNDED'],
	DECLINED: ['PLACED', 'CANCELLED'],
	CANCELLED: [],
	REFUNDED: [],
};

/** The order after a change, or undefined when it stays as it is: a repeat, or a report that comes too late. */
export type Change = Order | undefined;

export function canMove(from: OrderStatus, to: OrderStatus): boolean {
	return ways[from].includes(to);
}

/** Lets the payment worker charge, once per attempt; from here on the order cannot be cancelled. */
export function grantCharge(order: Order, attempt: number, now: number): Change {
	const waiting = order.status === 'PLACED' && order.payment.status === 'PENDING';
	if (!waiting || attempt !== order.attempts.length) return undefined;
	return changed(order, { payment: { ...order.payment, status: 'PROCESSING' } }, now);
}

export function pay(order: Order, charge: EventOf<typeof chargeSucceeded>['data'], now: number): Change {
	if (!isBeingCharged(order, charge.attempt)) return undefined;
	const payment: Payment = {
		...order.payment,
		status: 'SUCCEEDED',
		last4: charge.last4,
		chargeId: charge.chargeId,
		chargedAt: charge.chargedAt,
	};
	const detail = charge.last4 ? `Paid with the card ending in ${charge.last4}.` : 'Paid in full.';
	return moved(order, 'PAID', { payment }, detail, now);
}

export function decline(order: Order, report: EventOf<typeof chargeDeclined>['data'], now: number): Change {
	if (!isBeingCharged(order, report.attempt)) return undefined;
	const { last4, declineCode } = report;
	const payment: Payment = { ...order.payment, status: 'DECLINED', last4, declineCode };
	return moved(order, 'DECLINED', { payment }, report.reason, now);
}

export function addInvoice(order: Order, invoice: { number: string; file: string }, now: number): Change {
	if (order.invoice) return undefined;
	if (!canMove(order.status, 'INVOICED')) {
		// It comes after a refund: the invoice is on record, the status stays.
		return order.status === 'REFUNDED' ? changed(order, { invoice }, now) : undefined;
	}
	return moved(order, 'INVOICED', { invoice }, `Invoice ${invoice.number}.`, now);
}

/** @param detail whether the confirmation went out or was refused for good */
export function complete(order: Order, detail: string, now: number): Change {
	if (!canMove(order.status, 'COMPLETED')) return undefined;
	return moved(order, 'COMPLETED', {}, detail, now);
}

/** @throws NOT_CANCELLABLE once the order is being charged, paid or paid back */
export function cancel(order: Order, now: number): Change {
	if (order.status === 'CANCELLED') return undefined;
	if (!canMove(order.status, 'CANCELLED') || order.payment.status === 'PROCESSING') {
		throw new OrderError(
			'NOT_CANCELLABLE',
			order.payment.status === 'PROCESSING'
				? 'This order is being charged right now and can no longer be cancelled.'
				: 'Only an order that is not paid yet can be cancelled.',
			['orderId'],
		);
	}
	return moved(order, 'CANCELLED', {}, 'Cancelled before it was paid.', now);
}

/**
 * Puts a declined order forward for another charge.
 *
 * @throws NOT_RETRYABLE when it is not declined, IDEMPOTENCY_KEY_REUSED when the key stands for another method
 */
export function retry(order: Order, paymentMethod: string, idempotencyKey: string, now: number): Change {
	const before = order.attempts.slice(1).find((attempt) => attempt.idempotencyKey === idempotencyKey);
	if (before) {
		if (before.paymentMethod === paymentMethod) return undefined;
		throw new OrderError(
			'IDEMPOTENCY_KEY_REUSED',
			'This key was used with another payment method before. Make a new key for a new try.',
			['idempotencyKey'],
		);
	}
	if (order.status !== 'DECLINED') {
		throw new OrderError('NOT_RETRYABLE', 'Only an order whose payment was declined can be paid again.', [
			'orderId',
		]);
	}
	const attempts = [...order.attempts, { paymentMethod, idempotencyKey }];
	const payment: Payment = {
		...order.payment,
		status: 'PENDING',
		method: paymentMethod,
		last4: null,
		declineCode: null,
	};
	return moved(order, 'PLACED', { attempts, payment }, 'Trying another payment method.', now);
}

/** @throws NOT_REFUNDABLE when it was never paid */
export function requestRefund(order: Order, now: number): Change {
	const { status } = order.payment;
	if (status === 'REFUND_PENDING' || status === 'REFUNDED') return undefined;
	if (!canMove(order.status, 'REFUNDED')) {
		throw new OrderError('NOT_REFUNDABLE', 'Only a paid order can be refunded.', ['orderId']);
	}
	return changed(order, { payment: { ...order.payment, status: 'REFUND_PENDING' } }, now);
}

export function refund(order: Order, refundedAt: number, now: number): Change {
	if (order.payment.status !== 'REFUND_PENDING') return undefined;
	const payment: Payment = { ...order.payment, status: 'REFUNDED', refundedAt };
	return moved(order, 'REFUNDED', { payment }, 'Paid back in full.', now);
}

/** Lets another session see the order. */
export function addViewer(order: Order, sessionId: string, now: number): Change {
	if (order.viewers.includes(sessionId)) return undefined;
	return changed(order, { viewers: [...order.viewers, sessionId] }, now);
}

function isBeingCharged(order: Order, attempt: number): boolean {
	const { status, payment, attempts } = order;
	return status === 'PLACED' && payment.status === 'PROCESSING' && attempt === attempts.length;
}

function moved(order: Order, status: OrderStatus, parts: Partial<Order>, detail: string, now: number): Order {
	const timeline = [...order.timeline, { status, at: now, detail }];
	return changed(order, { ...parts, status, timeline }, now);
}

function changed(order: Order, parts: Partial<Order>, now: number): Order {
	return { ...order, ...parts, version: order.version + 1, updatedAt: now };
}
