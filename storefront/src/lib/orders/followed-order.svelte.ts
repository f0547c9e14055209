import type { Following } from '#lib/browser/follow-order.ts';
import { isResting } from './standing.ts';
import { later, type Receipt } from './timeline.ts';

// The credit note is written a moment after the order rests, when nothing tells of it any more.
const creditNoteMs = [1_000, 3_000, 9_000];

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
		if (isResting(this.order)) return this.#rest();
		let stop: (() => void) | undefined;
		let left = false;
		// After the first paint: the client weighs more than the page.
		void import('#lib/browser/follow-order.ts').then(
			({ followOrder }) => {
				if (left) return;
				const unfollow = followOrder({
					...this.#options(gatewayUrl),
					onState: (state) => {
						if (state !== 'rested') this.following = state;
						else if (!left) stop = this.#rest();
					},
				});
				stop ??= unfollow;
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
			poll: async () => {
				await this.#ask();
				return isResting(this.order);
			},
		};
	}

	async #ask(): Promise<void> {
		const response = await fetch(`/orders/${this.order.id}/receipt`);
		if (response.ok) this.#news = later(this.order, (await response.json()) as Receipt);
	}

	/** Nothing follows but the credit note. Gives what ends waiting for it. */
	#rest(): () => void {
		this.following = 'rested';
		const timers = creditNoteMs.map((ms) =>
			setTimeout(() => {
				if (this.order.status === 'REFUNDED' && !this.order.creditNoteUrl) void this.#ask().catch(() => {});
			}, ms),
		);
		return () => timers.forEach(clearTimeout);
	}
}
