import type { Cookies } from '@sveltejs/kit';
import { cartTrace, cartTraceSeconds } from '#lib/cart/cart-trace.ts';

/** Whether this visitor may have something in the cart. */
export interface CartTrace {
	exists(): boolean;
	/** Notes how much is in it, as the cart has just said. */
	note(totalQuantity: number): void;
}

/** The visitor's cookie; the page's scripts set it as well. */
export function cartTraceCookie(cookies: Cookies, url: URL): CartTrace {
	const scope = { path: '/', sameSite: 'lax', httpOnly: false, secure: url.protocol === 'https:' } as const;
	const exists = () => cookies.get(cartTrace) !== undefined;
	return {
		exists,
		note(totalQuantity) {
			if (totalQuantity > 0) cookies.set(cartTrace, '1', { ...scope, maxAge: cartTraceSeconds });
			else if (exists()) cookies.delete(cartTrace, scope);
		},
	};
}
