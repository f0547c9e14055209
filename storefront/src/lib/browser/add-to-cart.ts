import { addToCartMutation } from '#lib/graphql/cart.ts';
import { mutate, SessionEnded } from './mutate.ts';

export type Added =
	| { kind: 'added'; totalQuantity: number }
	| { kind: 'refused'; message: string }
	| { kind: 'session-ended' };

/** Puts a product into the session's cart. @throws when the gateway cannot be reached */
export async function addToCart(gatewayUrl: string, productId: string, quantity: number): Promise<Added> {
	try {
		const { addToCart } = await mutate(gatewayUrl, addToCartMutation, { productId, quantity });
		const [refusal] = addToCart.userErrors;
		if (refusal) return { kind: 'refused', message: refusal.message };
		if (!addToCart.cart) throw new Error('The cart did not answer');
		return { kind: 'added', totalQuantity: addToCart.cart.totalQuantity };
	} catch (error) {
		if (error instanceof SessionEnded) return { kind: 'session-ended' };
		throw error;
	}
}
