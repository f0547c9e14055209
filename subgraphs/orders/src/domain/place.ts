import { createHash } from 'node:crypto';
import { isSameMoney, type Money } from '@infinite-blob/money/money';
import type { Checkout } from '../cart-client.ts';
import type { Customer, Order } from './order.ts';
import { OrderError } from './order-error.ts';

/** What the shopper asks for, checked. */
export interface Placing {
	sessionId: string;
	idempotencyKey: string;
	customer: Customer;
	paymentMethod: string;
	expectedTotal: Money | null;
}

/**
 * The id of the order that a session places with an idempotency key: the same key means the same order, so that the
 * stored order itself is the record of the key. A session's id is unguessable, and so is what is made from it.
 */
export function orderIdOf(sessionId: string, idempotencyKey: string): string {
	const digest = createHash('sha256').update(`order\0${sessionId}\0${idempotencyKey}`).digest();
	return `ord_${digest.subarray(0, 16).toString('base64url')}`;
}

/**
 * Whether a text can be an order's id. What is asked for comes from outside, and not everything that is kept beside the
 * orders is one.
 */
export function isOrderId(text: string): boolean {
	return /^ord_[\w-]{1,64}$/.test(text);
}

/** Stands for everything that the shopper sent along with the key. */
export function inputHash({ customer, paymentMethod, expectedTotal }: Placing): string {
	const parts = [customer.firstName, customer.lastName, customer.email, paymentMethod];
	const total = expectedTotal ? [expectedTotal.amount, expectedTotal.currency] : [];
	return createHash('sha256')
		.update(JSON.stringify([...parts, ...total]))
		.digest('base64url');
}

/**
 * Whether the cart can be ordered as the shopper saw it.
 *
 * @throws CART_EMPTY, PRODUCT_UNAVAILABLE or PRICE_CHANGED
 */
export function checkCheckout(checkout: Checkout, expectedTotal: Money | null): void {
	if (checkout.lines.length === 0)
		throw new OrderError('CART_EMPTY', 'Your cart is empty. Add something to it first.');
	const gone = checkout.lines.filter((line) => !line.available).map((line) => line.name);
	if (gone.length > 0) {
		throw new OrderError(
			'PRODUCT_UNAVAILABLE',
			`No longer sold: ${gone.join(', ')}. Remove it from the cart to go on.`,
		);
	}
	if (expectedTotal && !isSameMoney(expectedTotal, checkout.total)) {
		throw new OrderError('PRICE_CHANGED', 'The total has changed. Look at your cart again before you pay.', [
			'input',
			'expectedTotal',
		]);
	}
}

/** The order for a cart as it stands now. */
export function place(
	id: string,
	placing: Placing,
	checkout: Checkout,
	sequence: number,
	now: number,
): Order {
	const { sessionId, idempotencyKey, customer, paymentMethod } = placing;
	const { cartId, version, currency, rate, lines, subtotal, discount, total, coupon } = checkout;
	return {
		id,
		sequence,
		number: `IB-${String(sequence).padStart(6, '0')}`,
		version: 1,
		status: 'PLACED',
		viewers: [sessionId],
		inputHash: inputHash(placing),
		customer,
		cartId,
		cartVersion: version,
		currency,
		rate,
		lines: lines.map(({ productId, name, quantity, unitPrice, total }, index) => ({
			id: `${id.replace('ord_', 'oln_')}_${index + 1}`,
			productId,
			name,
			quantity,
			unitPrice,
			total,
		})),
		subtotal,
		discount,
		total,
		coupon,
		attempts: [{ paymentMethod, idempotencyKey }],
		payment: {
			status: 'PENDING',
			method: paymentMethod,
			last4: null,
			declineCode: null,
			chargeId: null,
			chargedAt: null,
			refundedAt: null,
		},
		invoice: null,
		timeline: [{ status: 'PLACED', at: now, detail: 'Order received.' }],
		placedAt: now,
		updatedAt: now,
	};
}
