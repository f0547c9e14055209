import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { money } from '@infinite-blob/money/money';

/** An order that was paid on November 23, 2026. */
export function anOrder(change: Partial<OrderSnapshot> = {}): OrderSnapshot {
	return {
		id: 'ord_1',
		number: 'IB-000123',
		version: 2,
		customer: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
		cartId: 'cart_1',
		cartVersion: 1,
		lines: [aLine('Vase in Ochre', 1, 2_900), aLine('Paper Hills at Dusk', 2, 1_850)],
		subtotal: money(6_600, 'USD'),
		discount: money(660, 'USD'),
		total: money(5_940, 'USD'),
		coupon: 'WELCOME10',
		attempt: 1,
		paymentMethod: 'pm_card_visa',
		last4: '4242',
		placedAt: Date.UTC(2026, 10, 23, 10),
		paidAt: Date.UTC(2026, 10, 23, 10, 0, 1),
		...change,
	};
}

/** @param unitPrice US cents */
export function aLine(name: string, quantity: number, unitPrice: number): OrderSnapshot['lines'][number] {
	return {
		id: `line_${name.length}_${quantity}`,
		productId: 'prod_1',
		name,
		quantity,
		unitPrice: money(unitPrice, 'USD'),
		total: money(unitPrice * quantity, 'USD'),
	};
}
