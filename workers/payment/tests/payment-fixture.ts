import { append } from '@infinite-blob/events/append';
import { countDeadLetters } from '@infinite-blob/events/dead-letters';
import { type Envelope, makeEvent } from '@infinite-blob/events/envelope';
import { chargeGranted } from '@infinite-blob/events/orders/charge-granted';
import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { refundRequested } from '@infinite-blob/events/orders/refund-requested';
import { money } from '@infinite-blob/money/money';
import { type LedgerCharge, listCharges, listRefunds } from '@infinite-blob/payment-provider/bank-ledger';
import type { Redis } from '@infinite-blob/redis/connect';
import { eventually } from '@infinite-blob/testing/eventually';
import { exampleLine, exampleOrder } from '@infinite-blob/testing/order-snapshot';
import { readEvents } from '@infinite-blob/testing/read-events';
import { expect } from 'vitest';

/** An order over 29.00 USD. */
export function anOrder(id: string, change: Partial<OrderSnapshot> = {}): OrderSnapshot {
	return exampleOrder({ id, lines: [exampleLine('prd_1', 1, money(2_900, 'USD'))], ...change });
}

export function grant(order: OrderSnapshot) {
	return makeEvent(chargeGranted, order.id, { order }, 'test', Date.now());
}

export function askRefund(order: OrderSnapshot, chargeId: string) {
	return makeEvent(refundRequested, order.id, { order, chargeId }, 'test', Date.now());
}

/** What the worker is told and reports, and what the bank has in its books. */
export class Observed {
	readonly redis: Redis;

	constructor(redis: Redis) {
		this.redis = redis;
	}

	announce(event: Envelope): Promise<void> {
		return append(this.redis, 'orders.events', event);
	}

	async reports(orderId: string, type?: string): Promise<Envelope[]> {
		return (await readEvents(this.redis, 'orders.events')).filter(
			(event) => event.subject === orderId && (type ? event.type === type : isReport(event)),
		);
	}

	/** Waits for at least so many reports. */
	seen(orderId: string, type: string, count = 1, timeoutMs?: number): Promise<Envelope[]> {
		return eventually(async () => {
			const events = await this.reports(orderId, type);
			expect(events.length).toBeGreaterThanOrEqual(count);
			return events;
		}, timeoutMs);
	}

	async charges(orderId: string): Promise<LedgerCharge[]> {
		return (await listCharges(this.redis)).filter((charge) => charge.orderId === orderId);
	}

	async refunds(orderId: string) {
		return (await listRefunds(this.redis)).filter((refund) => refund.orderId === orderId);
	}

	deadLetters(): Promise<number> {
		return countDeadLetters(this.redis, 'orders.events', 'payment');
	}
}

function isReport({ type }: Envelope): boolean {
	return type.startsWith('payment.') && type !== chargeGranted.type;
}
