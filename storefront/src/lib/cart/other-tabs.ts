import type { CartContentsFragment } from '#lib/graphql/operations.generated.ts';

/** The shop's other tabs in this browser, which show the same cart. */
export class OtherTabs {
	readonly #channel: BroadcastChannel | undefined;

	/** @param take told the cart when another tab has changed it */
	constructor(take: (cart: CartContentsFragment) => void) {
		if (typeof window === 'undefined') return;
		this.#channel = new BroadcastChannel('cart');
		this.#channel.onmessage = ({ data }) => take(data);
	}

	tell(cart: CartContentsFragment): void {
		this.#channel?.postMessage(cart);
	}
}
