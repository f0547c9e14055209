import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { money } from '@infinite-blob/money/money';
import { exampleLine, exampleOrder } from '@infinite-blob/testing/order-snapshot';

/** An order that was paid on November 23, 2026. */
export function anOrder(change: Partial<OrderSnapshot> = {}): OrderSnapshot {
	return exampleOrder({
		version: 2,
		lines: [aLine('Vase in Ochre', 1, 2_900), aLine('Paper Hills at Dusk', 2, 1_850)],
		subtotal: money(6_600, 'USD'),
		discount: money(660, 'USD'),
		total: money(5_940, 'USD'),
		coupon: 'WELCOME10',
		last4: '4242',
		paidAt: Date.UTC(2026, 10, 23, 10, 0, 1),
		...change,
	});
}

/** @param unitPrice US cents */
export function aLine(name: string, quantity: number, unitPrice: number): OrderSnapshot['lines'][number] {
	return exampleLine(`prd_${name.length}`, quantity, money(unitPrice, 'USD'), name);
}
