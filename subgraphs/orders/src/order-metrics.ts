import type { Redis } from '@infinite-blob/redis/connect';
import type { Registry } from '@infinite-blob/service/start-service';
import { Counter, Gauge } from 'prom-client';
import type { MovingOrders } from './moving-orders.ts';

const timeoutMs = 1_000;

/** Counts what is told of orders, by event: with it, how many reached which status. */
export function announcementCounter(metrics: Registry): Counter<'type'> {
	return new Counter({
		name: 'orders_announced_total',
		help: 'Events that told of an order, by type: each step of its life, and each telling again.',
		labelNames: ['type'],
		registers: [metrics],
	});
}

/** Shows at each scrape how many orders are on their way, and how many of them are stuck. */
export function showMovingOrders(metrics: Registry, redis: Redis, moving: MovingOrders): void {
	gauge('orders_moving', 'Orders that should move by themselves.', () => moving.count());
	gauge('orders_overdue', 'Orders that should move by themselves and have not for 5 minutes.', () =>
		moving.countOverdue(),
	);

	function gauge(name: string, help: string, read: () => Promise<number>): void {
		new Gauge({
			name,
			help,
			registers: [metrics],
			async collect() {
				// While Redis is away the scrape goes on with what is known of the process, and leaves no questions behind.
				const value = redis.status === 'ready' ? await inTime(read()).catch(() => undefined) : undefined;
				if (value === undefined) this.remove();
				else this.set(value);
			},
		});
	}
}

async function inTime(read: Promise<number>): Promise<number | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), timeoutMs);
	});
	try {
		return await Promise.race([read, late]);
	} finally {
		clearTimeout(timer);
	}
}
