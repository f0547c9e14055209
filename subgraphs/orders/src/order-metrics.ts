import type { Redis } from '@infinite-blob/redis/connect';
import { scrapeReading } from '@infinite-blob/redis/scrape-reading';
import type { Registry } from '@infinite-blob/service/start-service';
import { Counter, Gauge } from 'prom-client';
import type { MovingOrders } from './moving-orders.ts';

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
		const readNow = scrapeReading(redis, read);
		new Gauge({
			name,
			help,
			registers: [metrics],
			async collect() {
				const value = await readNow();
				if (value === undefined) this.remove();
				else this.set(value);
			},
		});
	}
}
