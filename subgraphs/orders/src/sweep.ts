import type { Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import { announce } from './announce.ts';
import { remind } from './domain/movement.ts';
import type { MovingOrders } from './moving-orders.ts';
import type { OrderRepository } from './order-repository.ts';

/** How many orders one sweep announces again: after a long outage the workers are busy enough. */
const remindersPerSweep = 100;
const sweepEveryMs = 60_000;

export interface SweepOptions {
	redis: Redis;
	orders: OrderRepository;
	moving: MovingOrders;
	logger: Logger;
	now: () => number;
}

/**
 * Finds the orders that should move by themselves and have not for long, and tells again what should move them.
 * Every consumer takes a repeat as such, so that this is harmless where the first telling is still on its way.
 *
 * @returns how many orders were announced again
 */
export async function sweep({ orders, moving, logger, now }: SweepOptions): Promise<number> {
	let reminded = 0;
	for await (const ids of moving.overdue()) {
		const due = await orders.remindersDue(ids, now());
		for (const id of due) {
			if (reminded >= remindersPerSweep) return reminded;
			if (await remindOne(id)) reminded++;
		}
	}
	return reminded;

	async function remindOne(id: string): Promise<boolean> {
		let again: string[] | undefined;
		const order = await orders.change(id, (current) => {
			const at = now();
			const reminder = remind(current, at);
			// Another replica was quicker, or the order has moved.
			again = reminder?.news.map(({ type }) => type);
			if (!reminder) return undefined;
			const events = reminder.news.map((news) => announce(news, reminder.order, 'sweep', at));
			return { order: reminder.order, events };
		});
		if (!order) await moving.forget(id);
		if (!order || !again) return false;
		const { status, payment, updatedAt } = order;
		const restedMinutes = Math.round((now() - updatedAt) / 60_000);
		logger.warn(
			{ order: id, status, payment: payment.status, restedMinutes, announced: again },
			'an order has not moved for long',
		);
		return true;
	}
}

/** Sweeps every minute. */
export function startSweeping(options: SweepOptions): AsyncDisposable {
	let running: Promise<unknown> | undefined;
	const timer = setInterval(() => {
		// A Redis that is away would collect the sweeps of every minute.
		if (running || options.redis.status !== 'ready') return;
		running = sweep(options)
			.catch((error: unknown) => options.logger.warn({ err: error }, 'looking for overdue orders failed'))
			.finally(() => {
				running = undefined;
			});
	}, sweepEveryMs);
	return {
		async [Symbol.asyncDispose]() {
			clearInterval(timer);
			// Without waiting for a Redis that is away: the next sweep goes on where this one stopped.
			if (options.redis.status === 'ready') await running;
		},
	};
}
