import type { RedisPubSub } from 'graphql-redis-subscriptions';
import { isAtRest, type Order } from './domain/order.ts';
import { orderChannel } from './order-channel.ts';

// A ring that got lost delays an update by this much at most.
const reReadMs = 3_000;

/**
 * The order as it is now, and again after each change of its status, until it rests. It listens first and reads
 * then, so that nothing falls between; it reads the order itself at each ring, so that close changes may come as
 * one, states never go backwards and the resting one always arrives.
 *
 * @param read the order; throws when the viewer may not see it
 */
export function watchOrder(
	pubsub: RedisPubSub,
	orderId: string,
	read: () => Promise<Order>,
): AsyncGenerator<Order, void, void> {
	let stopped = false;
	let rung = false;
	let wake: (() => void) | undefined;
	const ring = () => {
		rung = true;
		wake?.();
	};
	const wait = async () => {
		if (!rung) {
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
		wake = undefined;
		rung = false;
	};

	async function* states(): AsyncGenerator<Order, void, void> {
		const subscription = await pubsub.subscribe(orderChannel(orderId), ring);
		const timer = setInterval(ring, reReadMs);
		try {
			let seen = 0;
			while (!stopped) {
				const order = await read();
				if (order.timeline.length > seen) {
					seen = order.timeline.length;
					yield order;
				}
				if (isAtRest(order)) return;
				await wait();
			}
		} finally {
			clearInterval(timer);
			pubsub.unsubscribe(subscription);
		}
	}

	const generator = states();
	const { return: end } = generator;
	// A generator's own return() waits for the await it stands at: wake it first.
	generator.return = (value) => {
		stopped = true;
		ring();
		return end.call(generator, value);
	};
	return generator;
}
