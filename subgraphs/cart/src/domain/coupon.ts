import { convert } from '@infinite-blob/money/convert';
import { format, type Money, money, percentage } from '@infinite-blob/money/money';
import { longestId } from './cart.ts';
import { CartError } from './cart-error.ts';

interface Terms {
	code: string;
	/** The least subtotal it holds for, in USD minor units; 0 for any. */
	minimum: number;
	/** Epoch milliseconds; null for never. */
	expiresAt: number | null;
	/** How many orders may use it in all; null for any number. */
	usageLimit: number | null;
	oncePerCustomer: boolean;
}

/** Takes a share off the subtotal, or a fixed amount in USD minor units. */
export type Coupon = Terms & ({ kind: 'percentage'; percent: number } | { kind: 'fixed'; amount: number });

/** A code as coupons are kept by, or undefined when no coupon can have it. */
export function couponCode(given: string): string | undefined {
	if (given.length > 2 * longestId) return undefined;
	const code = given.trim().toUpperCase();
	return code.length <= longestId && /^[A-Z0-9][A-Z0-9_-]*$/.test(code) ? code : undefined;
}

/** What keeps a coupon from holding for this subtotal now, or undefined. */
export function couponFault(coupon: Coupon, subtotal: Money, now: number): CartError | undefined {
	if (isExpired(coupon, now)) {
		return new CartError('COUPON_EXPIRED', `The time of the coupon ${coupon.code} is over.`, 'code');
	}
	const minimum = convert(money(coupon.minimum, 'USD'), subtotal.currency);
	if (subtotal.amount >= minimum.amount) return undefined;
	return new CartError(
		'COUPON_MINIMUM_NOT_MET',
		`The coupon ${coupon.code} holds from ${format(minimum)}; the cart comes to ${format(subtotal)}.`,
		'code',
	);
}

/** What the coupon takes off: never more than the subtotal. */
export function discountOf(coupon: Coupon, subtotal: Money): Money {
	const off =
		coupon.kind === 'percentage'
			? percentage(subtotal, coupon.percent)
			: convert(money(coupon.amount, 'USD'), subtotal.currency);
	return off.amount < subtotal.amount ? off : subtotal;
}

export function isExpired(coupon: Coupon, now: number): boolean {
	return coupon.expiresAt !== null && now >= coupon.expiresAt;
}
