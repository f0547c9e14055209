/** How the page learns of changes: from the subscription, or by asking while that is interrupted. */
export type Following = 'live' | 'polling';

/** What following an order needs of the outside. */
export interface Source<Order> {
	/** Opens the subscription. Gives what ends it; after `lost` nothing comes from it any more. */
	subscribe: (on: { next: (order: Order) => void; lost: () => void }) => () => void;
	/** Asks for the order once. @throws when there is no answer */
	ask: () => Promise<Order>;
	/** Makes the socket connect anew: it seems open but brings nothing. */
	reconnect: () => void;
	/** Whether nothing more comes by itself. */
	isResting: (order: Order) => boolean;
	/** Whether it tells more than everything that came before. */
	isNews: (order: Order) => boolean;
	onOrder: (order: Order) => void;
	onState: (state: Following) => void;
	/** The order rests, and nothing follows it any more. */
	onRest: () => void;
	random?: () => number;
}

export interface Follower {
	/** Told from outside that the socket is gone, or is there again. */
	interrupted: () => void;
	/** Asks now, such as after the device slept. */
	check: () => void;
	stop: () => void;
}

const pollMs = 3_000;
// A socket can stay open with nobody at its other end: silence this long is worth a question.
const silenceMs = 12_000;
const longestWaitMs = 15_000;

/**
 * Follows an order until it rests. It is live from the first message on, not from the connection: a gateway may take
 * the socket and still not reach the orders. While it is not, it asks every few seconds and subscribes again, later
 * each time and never at the same moment as every other page.
 */
export function follow<Order>(source: Source<Order>): Follower {
	const random = source.random ?? Math.random;
	let state: Following | undefined;
	let ended = false;
	let tries = 0;
	let unsubscribe = () => {};
	let question: ReturnType<typeof setTimeout> | undefined;
	let renewal: ReturnType<typeof setTimeout> | undefined;
	let asking = false;

	function become(next: Following): void {
		clearTimeout(question);
		question = setTimeout(ask, next === 'live' ? silenceMs : pollMs * (0.85 + random() * 0.3));
		if (state === next) return;
		state = next;
		source.onState(next);
	}

	/** Takes an answer in. Gives whether there is more to come. */
	function take(order: Order): boolean {
		source.onOrder(order);
		if (!source.isResting(order)) return true;
		stop();
		source.onRest();
		return false;
	}

	async function ask(): Promise<void> {
		if (ended || asking) return;
		asking = true;
		try {
			const order = await source.ask();
			if (ended) return;
			const missed = state === 'live' && source.isNews(order);
			if (!take(order)) return;
			if (missed) {
				become('polling');
				source.reconnect();
			} else become(state ?? 'polling');
		} catch {
			// Silence of the shop's server says nothing about the socket.
			if (!ended) become(state ?? 'polling');
		} finally {
			asking = false;
		}
	}

	function interrupted(): void {
		if (ended || state === 'polling') return;
		become('polling');
		void ask();
	}

	function open(): void {
		if (ended) return;
		unsubscribe = source.subscribe({
			next: (order) => {
				if (ended) return;
				tries = 0;
				if (take(order)) become('live');
			},
			lost: () => {
				if (ended) return;
				interrupted();
				clearTimeout(renewal);
				const wait = Math.min(longestWaitMs, 1_000 * 2 ** tries++);
				renewal = setTimeout(open, wait * (0.5 + random()));
			},
		});
		if (ended) unsubscribe();
	}

	function stop(): void {
		ended = true;
		clearTimeout(question);
		clearTimeout(renewal);
		unsubscribe();
	}

	open();
	// Nothing is known of the socket yet; when it never opens, asking starts by itself.
	question ??= setTimeout(ask, pollMs);
	return { interrupted, check: () => void ask(), stop };
}
