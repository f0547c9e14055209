/** Whether the cart's drawer is open, and where the focus goes when it closes. */
export class CartDrawerState {
	/** The drawer's code is loaded when it is first asked for. */
	wanted = $state(false);
	/** It stands before the shopper: messages belong into it. */
	shown = $state(false);
	/** It goes with the page, without a farewell. */
	left = $state(false);
	#opener: HTMLElement | null = null;

	open(opener: HTMLElement | null): void {
		// What is inside the drawer is gone once it closes: the focus returns to what opened it first.
		if (!this.wanted) this.#opener = opener;
		this.wanted = true;
		this.left = false;
	}

	close(): void {
		this.wanted = false;
	}

	/** Closes it because another page has come, which has the focus. */
	leave(): void {
		this.#opener = null;
		this.left = true;
		this.wanted = false;
	}

	returnFocus(): void {
		if (this.#opener?.isConnected) this.#opener.focus({ preventScroll: true });
		this.#opener = null;
	}
}
