import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { type Money, money, multiply, sum } from '@infinite-blob/money/money';

type Line = OrderSnapshot['lines'][number];

/** An order as its events carry it, just placed: two of one artwork for 24.00 USD unless changed. */
export function exampleOrder(change: Partial<OrderSnapshot> = {}): OrderSnapshot {
	const lines = change.lines ?? [exampleLine('prd_1', 2, money(1_200, 'USD'))];
	const currency = lines[0]?.total.currency ?? 'USD';
	const subtotal = sum(
		lines.map(({ total }) => total),
		currency,
	);
	return {
		id: 'ord_1',
		number: 'IB-000123',
		version: 1,
		customer: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
		cartId: 'crt_1',
		cartVersion: 1,
		lines,
		subtotal,
		discount: money(0, currency),
		total: subtotal,
		coupon: null,
		attempt: 1,
		paymentMethod: 'pm_card_visa',
		last4: null,
		placedAt: Date.UTC(2026, 10, 23, 10),
		paidAt: null,
		refundedAt: null,
		...change,
	};
}

/** A line of an order, called like its product unless named. */
export function exampleLine(productId: string, quantity: number, unitPrice: Money, name = productId): Line {
	const total = multiply(unitPrice, quantity);
	return { id: `oln_${productId}`, productId, name, quantity, unitPrice, total };
}
