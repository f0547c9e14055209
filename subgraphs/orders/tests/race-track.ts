import { setTimeout as sleep } from 'node:timers/promises';
import { makeEvent } from '@infinite-blob/events/envelope';
import { groupFigures } from '@infinite-blob/events/group-figures';
import { chargeRequested } from '@infinite-blob/events/orders/charge-requested';
import { eventually } from '@infinite-blob/testing/eventually';
import { expect } from 'vitest';
import { OrdersFixture } from './orders-fixture.ts';

const statusOf: Record<string, string> = {
	'order.placed': 'PLACED',
	'order.payment_retried': 'PLACED',
	'order.paid': 'PAID',
	'order.invoiced': 'INVOICED',
	'order.completed': 'COMPLETED',
	'order.declined': 'DECLINED',
	'order.cancelled': 'CANCELLED',
	'order.refunded': 'REFUNDED',
};

/** Two replicas of orders, at which requests race each other. */
export class RaceTrack implements AsyncDisposable {
	readonly shop: OrdersFixture;
	readonly #urls: string[];

	private constructor(shop: OrdersFixture, urls: string[]) {
		this.shop = shop;
		this.#urls = urls;
	}

	static async open(): Promise<RaceTrack> {
		const shop = await OrdersFixture.start();
		const second = await shop.startReplica({ REPLICA: '2' });
		return new RaceTrack(shop, [shop.url, second.url]);
	}

	/** Runs all at once, each after a moment of its own, in any order, at either replica. */
	race<T>(...runners: (() => Promise<T>)[]): Promise<T[]> {
		return Promise.all(
			runners.map(async (run) => {
				await sleep(Math.random() * 12);
				this.shop.url = this.#urls[Math.floor(Math.random() * this.#urls.length)]!;
				return run();
			}),
		);
	}

	/** Waits until every report so far was applied, by whichever replica. */
	settled(): Promise<void> {
		// Rings by itself: for what orders say themselves it does not listen, and would count it as a lag until it polls.
		const bell = JSON.stringify(makeEvent(chargeRequested, 'bell', { orderId: '', attempt: 1 }, 'bell', 0));
		return eventually(async () => {
			await this.shop.redis.publish('orders.events', bell);
			const [figures] = await groupFigures(this.shop.redis, 'orders.events', Date.now(), 'orders');
			expect(figures).toMatchObject({ lag: 0, pending: 0 });
		});
	}

	/** What was announced about an order: its own events, without what workers reported. */
	async announced(id: string): Promise<string[]> {
		const types = (await this.shop.events(id)).map(({ type }) => type);
		return types.filter((type) => type.startsWith('order.') || type === 'payment.charge_granted');
	}

	/**
	 * Holds what a race must leave behind, whoever won: each status of the timeline was told of once, in the same
	 * order, and the order stands at the last.
	 *
	 * @returns what was announced
	 */
	async expectWhole(id: string): Promise<string[]> {
		const order = await this.shop.stored(id);
		const told = await this.announced(id);
		const timeline = order.timeline.map(({ status }) => status);
		expect(told.flatMap((type) => statusOf[type] ?? [])).toEqual(timeline);
		expect(timeline.at(-1)).toBe(order.status);
		const at = order.timeline.map((entry) => entry.at);
		expect(at).toEqual(at.toSorted((a, b) => a - b));
		return told;
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.shop[Symbol.asyncDispose]();
	}
}

export const times = <T>(count: number, run: (index: number) => Promise<T>) =>
	Array.from({ length: count }, (_, index) => () => run(index));

export const count = (list: unknown[], item: unknown) => list.filter((each) => each === item).length;
