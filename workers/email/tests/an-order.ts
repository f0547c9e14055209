import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { money } from '@infinite-blob/money/money';
import { exampleLine, exampleOrder } from '@infinite-blob/testing/order-snapshot';

/** An order that was just invoiced. */
export function anOrder(change: Partial<OrderSnapshot> = {}): OrderSnapshot {
	return exampleOrder({
		version: 3,
		lines: [exampleLine('prd_1', 2, money(1_850, 'EUR'), 'Paper Hills at Dusk')],
		subtotal: money(3_700, 'EUR'),
		discount: money(370, 'EUR'),
		total: money(3_330, 'EUR'),
		coupon: 'WELCOME10',
		last4: '4242',
		paidAt: Date.UTC(2026, 10, 23, 10, 0, 1),
		...change,
	});
}
