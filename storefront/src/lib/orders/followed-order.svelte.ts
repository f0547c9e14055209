import type { Following } from '#lib/browser/follow-order.ts';
import { isResting, later, type Receipt } from './timeline.ts';

/** An order as the page shows it: what the server rendered, then whatever is newer. */
export class FollowedOrder {
	/** `stale`: nothing to follow with could be loaded, so only a reload shows news. */
	following = $state<Following | 'starting' | 'stale'>('starting');
	readonly #loaded: () => Receipt;
	#news = $state<Receipt | null>(null);

	constructor(loaded: () => Receipt) {
		this.#loaded = loaded;
	}

	get order(): Receipt {
		return later(this.#loaded(), this.#news);
	}

	/** Follows the order in the browser until it rests, or until the function it gives is called. */
	follow(gatewayUrl: string): () => void {
		if (isResting(this.order.status)) {
			this.following = 'rested';
			return () => {};
		}
		let stop: (() => void) | undefined;
		let left = false;
		// After the first paint: the client weighs more than the page.
		void import('#lib/browser/follow-order.ts').then(
			({ followOrder }) => {
				if (!left) stop = followOrder(this.#options(gatewayUrl));
			},
			() => {
				this.following = 'stale';
			},
		);
		return () => {
			left = true;
			stop?.();
		};
	}

	#options(gatewayUrl: string) {
		return {
			gatewayUrl,
			orderId: this.order.id,
			onOrder: (order: Receipt) => {
				this.#news = later(this.order, order);
			},
			onState: (state: Following) => {
				this.following = state;
			},
			poll: async () => {
				const response = await fetch(`/orders/${this.order.id}/receipt`);
				if (response.ok) this.#news = later(this.order, (await response.json()) as Receipt);
				return isResting(this.order.status);
			},
		};
	}
}
