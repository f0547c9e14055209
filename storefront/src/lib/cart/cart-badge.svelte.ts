import { getContext, setContext } from 'svelte';

const key = Symbol('cart badge');

/** How many artworks the cart holds: what the server said, and what is on its way there. */
export class CartBadge {
	#confirmed = $state<number | null>(null);
	#pending = $state(0);

	/** Null while unknown. */
	get count(): number | null {
		if (this.#confirmed === null && this.#pending === 0) return null;
		return (this.#confirmed ?? 0) + this.#pending;
	}

	confirm(totalQuantity: number | null): void {
		this.#confirmed = totalQuantity;
	}

	/** Counts at once what is being added. The answer is the confirmed number, or null when it came to nothing. */
	async expect(quantity: number, answer: Promise<number | null>): Promise<void> {
		this.#pending += quantity;
		try {
			const confirmed = await answer;
			if (confirmed !== null) this.#confirmed = confirmed;
		} finally {
			this.#pending -= quantity;
		}
	}
}

export function provideCartBadge(): CartBadge {
	return setContext(key, new CartBadge());
}

export function useCartBadge(): CartBadge {
	return getContext<CartBadge>(key);
}
