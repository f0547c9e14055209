import type { Cart } from './cart.ts';
import { CartError } from './cart-error.ts';
import { type Coupon, couponFault } from './coupon.ts';
import { subtotalIn } from './line-prices.ts';
import type { Quotes } from './quote.ts';

/**
 * Applies a coupon in place of the one that was applied. Whether this customer used it before is found out when
 * placing, which alone knows the customer.
 *
 * @param uses how many orders have used it or hold a use of it
 */
export function applyCoupon(cart: Cart, coupon: Coupon, uses: number, quotes: Quotes, now: number): Cart {
	const fault = couponFault(coupon, subtotalIn(cart.currency, cart.lines, quotes), now);
	if (fault) throw fault;
	if (isUsedUp(coupon, uses)) {
		const message = `The coupon ${coupon.code} has been used as often as it may.`;
		throw new CartError('COUPON_USED_UP', message, 'code');
	}
	return withCoupon(cart, coupon.code);
}

export function isUsedUp(coupon: Coupon, uses: number): boolean {
	return coupon.usageLimit !== null && uses >= coupon.usageLimit;
}

export function removeCoupon(cart: Cart): Cart {
	return withCoupon(cart, null);
}

function withCoupon(cart: Cart, coupon: string | null): Cart {
	return cart.coupon === coupon ? cart : { ...cart, coupon };
}
