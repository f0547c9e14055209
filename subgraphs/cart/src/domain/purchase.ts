import type { Cart } from './cart.ts';

/** What an order took from a cart. */
export interface Purchase {
	lines: { productId: string; quantity: number }[];
	coupon: string | null;
}

/** Takes exactly what was bought out of the cart; what was added since placing stays, a new coupon too. */
export function takeOut(cart: Cart, purchase: Purchase): Cart {
	const bought = new Map<string, number>();
	for (const { productId, quantity } of purchase.lines) {
		bought.set(productId, (bought.get(productId) ?? 0) + quantity);
	}
	const lines = cart.lines
		.map((line) => ({ ...line, quantity: line.quantity - (bought.get(line.productId) ?? 0) }))
		.filter((line) => line.quantity > 0);
	const usedCoupon = cart.coupon !== null && cart.coupon === purchase.coupon;
	const isUntouched = !usedCoupon && !cart.lines.some(({ productId }) => bought.has(productId));
	return isUntouched ? cart : { ...cart, lines, coupon: usedCoupon ? null : cart.coupon };
}
