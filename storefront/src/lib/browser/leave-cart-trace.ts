import { cartTrace, cartTraceSeconds } from '#lib/cart/cart-trace.ts';

/** Says to the pages that come that something is in the cart. */
export function leaveCartTrace(): void {
	const secure = location.protocol === 'https:' ? '; secure' : '';
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
	document.cookie = `${cartTrace}=1; path=/; samesite=lax; max-age=${cartTraceSeconds}${secure}`;
}
