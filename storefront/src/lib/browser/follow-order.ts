import { orderStatusChanged } from '#lib/graphql/orders.ts';
import { isResting } from '#lib/orders/standing.ts';
import type { Receipt } from '#lib/orders/timeline.ts';
import { documentOf, shopClient } from './apollo.ts';

/** How the page learns of changes: from the subscription, by asking, or not any more since nothing will come. */
export type Following = 'live' | 'polling' | 'rested';

export interface FollowOptions {
	gatewayUrl: string;
	orderId: string;
	onOrder: (order: Receipt) => void;
	onState: (state: Following) => void;
	/** Asks the shop's server for the order, while the socket is down. Gives whether it rests. */
	poll: () => Promise<boolean>;
}

const pollMs = 3_000;

/** Follows an order until it rests: live through the subscription, by polling while there is no socket. */
export function followOrder(options: FollowOptions): () => void {
	const { apollo, socket } = shopClient(options.gatewayUrl);
	let polling: ReturnType<typeof setInterval> | undefined;
	let ended = false;

	const stopPolling = () => {
		clearInterval(polling);
		polling = undefined;
	};
	const rest = () => {
		stop();
		options.onState('rested');
	};
	const ask = async () => {
		const rested = await options.poll().catch(() => false);
		if (rested && !ended) rest();
	};
	const startPolling = () => {
		if (ended || polling !== undefined) return;
		options.onState('polling');
		polling = setInterval(ask, pollMs);
		void ask();
	};

	const unwatch = [
		socket.on('connected', () => {
			stopPolling();
			if (!ended) options.onState('live');
		}),
		socket.on('closed', startPolling),
		socket.on('error', startPolling),
	];
	const subscription = apollo
		.subscribe({
			query: documentOf(orderStatusChanged),
			variables: { id: options.orderId },
			fetchPolicy: 'no-cache',
		})
		.subscribe({
			next: ({ data, error }) => {
				const order = data?.orderStatusChanged;
				if (order) {
					stopPolling();
					options.onState('live');
					options.onOrder(order as Receipt);
					if (isResting(order as Receipt)) rest();
				} else if (error) {
					startPolling();
				}
			},
			error: startPolling,
			complete: startPolling,
		});

	function stop() {
		if (ended) return;
		ended = true;
		stopPolling();
		for (const off of unwatch) off();
		subscription.unsubscribe();
	}
	return stop;
}
