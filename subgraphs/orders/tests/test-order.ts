import { money } from '@infinite-blob/money/money';
import type { Checkout } from '../src/cart-client.ts';
import type { Order } from '../src/domain/order.ts';
import { place } from '../src/domain/place.ts';

/** A cart with two artworks, 31.00 USD. */
export function testCheckout(parts: Partial<Checkout> = {}): Checkout {
	const line = (productId: string, amount: number, quantity: number) => ({
		productId,
		name: productId.toUpperCase(),
		quantity,
		unitPrice: money(amount, 'USD'),
		total: money(amount * quantity, 'USD'),
		available: true,
	});
	return {
		cartId: 'crt_1',
		version: 3,
		currency: 'USD',
		rate: 1,
		lines: [line('prd_a', 1200, 1), line('prd_b', 950, 2)],
		subtotal: money(3100, 'USD'),
		discount: money(0, 'USD'),
		total: money(3100, 'USD'),
		coupon: null,
		...parts,
	};
}

export const ada = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };

/** An order that was just placed. */
export function testOrder(): Order {
	const placing = {
		sessionId: 'ses_1',
		idempotencyKey: 'k1',
		customer: ada,
		paymentMethod: 'pm_card_visa',
		expectedTotal: null,
	};
	return place('ord_1', placing, testCheckout(), 123, 0);
}
