import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { money } from '@infinite-blob/money/money';

/** An order that was just invoiced. */
export function anOrder(change: Partial<OrderSnapshot> = {}): OrderSnapshot {
	return {
		id: 'ord_1',
		number: 'IB-000123',
		version: 3,
		customer: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
		cartId: 'cart_1',
		cartVersion: 1,
		lines: [
			{
				id: 'line_1',
				productId: 'prod_1',
				name: 'Paper Hills at Dusk',
				quantity: 2,
				unitPrice: money(1_850, 'EUR'),
				total: money(3_700, 'EUR'),
			},
		],
		subtotal: money(3_700, 'EUR'),
		discount: money(370, 'EUR'),
		total: money(3_330, 'EUR'),
		coupon: 'WELCOME10',
		attempt: 1,
		paymentMethod: 'pm_card_visa',
		last4: '4242',
		placedAt: Date.UTC(2026, 10, 23, 10),
		paidAt: Date.UTC(2026, 10, 23, 10, 0, 1),
		...change,
	};
}
