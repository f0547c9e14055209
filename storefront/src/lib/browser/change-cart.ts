import type { CartChange } from '#lib/cart/cart-change.ts';
import type { Outcome } from '#lib/cart/change-queue.ts';
import {
	addToCartMutation,
	applyCouponMutation,
	cartQuery,
	cartRecommendationsQuery,
	removeCouponMutation,
	removeFromCartMutation,
	updateCartLineMutation,
} from '#lib/graphql/cart.ts';
import type {
	CartChangeFragment,
	CartContentsFragment,
	CurrencyCode,
	ProductCardFragment,
} from '#lib/graphql/operations.generated.ts';
import { leaveCartTrace } from './leave-cart-trace.ts';
import { ask, mutate } from './mutate.ts';

export { SessionEnded } from './mutate.ts';

const lineNotFound: CartChangeFragment = {
	cart: null,
	userErrors: [{ code: 'LINE_NOT_FOUND', field: null, message: 'The cart has no such line.' }],
};

/**
 * Makes one change of the session's cart.
 *
 * @param lineId of the line that is to be changed, if there is one
 * @throws SessionEnded, or when the gateway cannot be reached
 */
export async function changeCart(
	gatewayUrl: string,
	change: CartChange,
	lineId: string | undefined,
): Promise<Outcome> {
	const payload = await send(gatewayUrl, change, lineId);
	const [refusal] = payload.userErrors;
	if (refusal) return { kind: 'refused', code: refusal.code, message: refusal.message };
	if (!payload.cart) throw new Error('The cart did not answer');
	if (payload.cart.totalQuantity > 0) leaveCartTrace();
	return { kind: 'done', cart: payload.cart };
}

async function send(
	url: string,
	change: CartChange,
	lineId: string | undefined,
): Promise<CartChangeFragment> {
	if (change.kind === 'add') {
		const variables = { productId: change.product.id, quantity: change.quantity };
		return (await mutate(url, addToCartMutation, variables)).addToCart;
	}
	if (change.kind === 'coupon') {
		const { code } = change;
		if (code === null) return (await mutate(url, removeCouponMutation, {})).removeCoupon;
		return (await mutate(url, applyCouponMutation, { code })).applyCoupon;
	}
	if (lineId === undefined) return lineNotFound;
	const { quantity } = change;
	if (quantity === 0) return (await mutate(url, removeFromCartMutation, { lineId })).removeFromCart;
	return (await mutate(url, updateCartLineMutation, { lineId, quantity })).updateCartLine;
}

/** The cart as it is now. @throws when the gateway cannot be reached */
export async function readCart(gatewayUrl: string): Promise<CartContentsFragment> {
	const { cart } = await ask(gatewayUrl, cartQuery, {});
	if (!cart) throw new Error('The cart did not answer');
	return cart;
}

/** What goes with the cart; nothing when that cannot be said. */
export async function readRecommendations(
	gatewayUrl: string,
	currency: CurrencyCode,
): Promise<ProductCardFragment[]> {
	try {
		return (await ask(gatewayUrl, cartRecommendationsQuery, { currency })).cart?.recommendations ?? [];
	} catch {
		return [];
	}
}
