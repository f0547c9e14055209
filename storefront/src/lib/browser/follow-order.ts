import { orderStatusChanged } from '#lib/graphql/orders.ts';
import { type Follower, follow, type Source } from '#lib/orders/following.ts';
import type { Receipt } from '#lib/orders/timeline.ts';
import { documentOf, shopClient } from './apollo.ts';

export type OrderSource = Omit<Source<Receipt>, 'subscribe' | 'reconnect'>;

/** Follows an order: through the subscription, by asking while there is no socket. Gives what ends it. */
export function followOrder(gatewayUrl: string, orderId: string, source: OrderSource): () => void {
	const { apollo, socket } = shopClient(gatewayUrl);
	const follower: Follower = follow<Receipt>({
		...source,
		reconnect: () => socket.terminate(),
		subscribe: ({ next, lost }) => {
			const subscription = apollo
				.subscribe({
					query: documentOf(orderStatusChanged),
					variables: { id: orderId },
					fetchPolicy: 'no-cache',
				})
				.subscribe({
					next: ({ data, error }) => {
						if (data) next(data.orderStatusChanged as Receipt);
						else if (error) lost();
					},
					error: lost,
					complete: lost,
				});
			return () => subscription.unsubscribe();
		},
	});
	// The socket connects again by itself, later each time; asking bridges until its first message.
	const unwatch = [socket.on('closed', follower.interrupted), socket.on('error', follower.interrupted)];
	const awake = () => {
		if (document.visibilityState === 'visible') follower.check();
	};
	addEventListener('online', awake);
	document.addEventListener('visibilitychange', awake);

	return () => {
		for (const off of unwatch) off();
		removeEventListener('online', awake);
		document.removeEventListener('visibilitychange', awake);
		follower.stop();
	};
}
