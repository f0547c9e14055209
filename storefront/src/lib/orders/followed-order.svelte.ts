import type { Following } from './following.ts';
import { isResting } from './standing.ts';
import { later, type Receipt } from './timeline.ts';

// The credit note is written a moment after the order rests, when nothing tells of it any more.
const creditNoteMs = [1_000, 3_000, 9_000];
// A completed order may still be paid back, which no subscription tells: it is asked for now and then, ever more rarely.
const firstGlanceMs = 8_000;
const longestGlanceMs = 60_000;

/** An order as the page shows it: what the server rendered, then whatever is newer. */
export class FollowedOrder {
	/** `again`: live after an interruption. `stale`: nothing to follow with could be loaded, only a reload shows news. */
	following = $state<Following | 'starting' | 'again' | 'rested' | 'stale'>('starting');
	/** When the shop last told how far the order is, in epoch milliseconds; null on the server. */
	checkedAt = $state<number | null>(null);
	readonly #loaded: () => Receipt;
	#news = $state<Receipt | null>(null);
	#leave = () => {};

	constructor(loaded: () => Receipt) {
		this.#loaded = loaded;
	}

	get order(): Receipt {
		return later(this.#loaded(), this.#news);
	}

	/** Follows the order in the browser until the function it gives is called. */
	follow(gatewayUrl: string): () => void {
		this.checkedAt = Date.now();
		if (isResting(this.order)) this.#rest(gatewayUrl);
		else this.#start(gatewayUrl);
		return () => this.#leave();
	}

	#start(gatewayUrl: string): void {
		let left = false;
		let stop = () => {};
		this.#leave = () => {
			left = true;
			stop();
		};
		// After the first paint: the client weighs more than the page.
		void import('#lib/browser/follow-order.ts').then(
			({ followOrder }) => {
				if (left) return;
				stop = followOrder(gatewayUrl, this.order.id, {
					ask: () => this.#ask(),
					isResting,
					isNews: (order) => later(this.order, order) === order && order.updatedAt !== this.order.updatedAt,
					onOrder: (order) => {
						this.checkedAt = Date.now();
						this.#news = later(this.order, order);
					},
					onState: (state) => this.#become(state),
					onRest: () => {
						this.#leave();
						this.#rest(gatewayUrl);
					},
				});
			},
			() => {
				this.following = 'stale';
			},
		);
	}

	#become(state: Following): void {
		this.following = state === 'live' && this.following === 'polling' ? 'again' : state;
	}

	async #ask(): Promise<Receipt> {
		const response = await fetch(`/orders/${this.order.id}/receipt`);
		if (!response.ok) throw new Error(`The receipt answered ${response.status}`);
		return (await response.json()) as Receipt;
	}

	/** Looks for what comes after the rest: the credit note, or a refund, with which the order moves again. */
	#rest(gatewayUrl: string): void {
		this.following = 'rested';
		const waits = [...creditNoteMs];
		let glanceMs = firstGlanceMs;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let left = false;

		const look = async () => {
			timer = undefined;
			if (document.visibilityState === 'visible') {
				const news = await this.#ask().catch(() => null);
				if (left) return;
				if (news) this.checkedAt = Date.now();
				this.#news = later(this.order, news);
				if (!isResting(this.order)) {
					this.#leave();
					return this.#start(gatewayUrl);
				}
			}
			plan();
		};
		const plan = () => {
			const { status, creditNoteUrl } = this.order;
			if (status === 'COMPLETED') {
				timer = setTimeout(look, glanceMs);
				glanceMs = Math.min(longestGlanceMs, glanceMs * 1.2);
			} else if (status === 'REFUNDED' && !creditNoteUrl) {
				const wait = waits.shift();
				if (wait !== undefined) timer = setTimeout(look, wait);
			}
		};
		const seen = () => {
			if (timer === undefined || document.visibilityState !== 'visible') return;
			clearTimeout(timer);
			void look();
		};
		document.addEventListener('visibilitychange', seen);
		this.#leave = () => {
			left = true;
			clearTimeout(timer);
			document.removeEventListener('visibilitychange', seen);
		};
		plan();
	}
}
