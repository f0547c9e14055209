import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiConsumer } from '@infinite-blob/e2e/api-consumer';

/** A state of an order as a subscriber was told of it. */
export interface Sighting {
	status: string;
	/** How many steps its timeline had. */
	steps: number;
	/** Epoch milliseconds. */
	at: number;
}

const subscription = `subscription ($id: ID!) {
	orderStatusChanged(orderId: $id) { status timeline { status } }
}`;
const query = 'query ($id: ID!) { order(id: $id) { status timeline { status } } }';
const pollMs = 2_000;

/** Somebody who watches one order, and comes back whenever the connection is lost. */
export class OrderWatch {
	readonly #api: ApiConsumer;
	readonly #orderId: string;
	readonly #stopping = new AbortController();
	#isWatching = false;
	/** By subscription, so that it can be told whether one of them went backwards. */
	readonly sightings: Sighting[][] = [];

	constructor(api: ApiConsumer, orderId: string) {
		this.#api = api;
		this.#orderId = orderId;
		this.comeBack();
	}

	/** Watches again, after the order rested for a time: a completed one may be refunded. */
	comeBack(): void {
		if (!this.#isWatching) void this.#watch();
	}

	get latest(): Sighting | undefined {
		return this.sightings.flat().reduce<Sighting | undefined>((best, sighting) => {
			return best && best.steps >= sighting.steps ? best : sighting;
		}, undefined);
	}

	/** Waits until the subscription tells that the order is somewhere. */
	async seen(isThere: (sighting: Sighting) => boolean, over: AbortSignal): Promise<Sighting | undefined> {
		while (!over.aborted) {
			const { latest } = this;
			if (latest && isThere(latest)) return latest;
			await sleep(25);
		}
		return undefined;
	}

	/** As `seen`, or found by a look at the order: the shopper must go on even when the subscription fails. */
	async until(isThere: (sighting: Sighting) => boolean, over: AbortSignal): Promise<Sighting | undefined> {
		while (!over.aborted) {
			const told = await this.seen(isThere, AbortSignal.any([over, AbortSignal.timeout(pollMs)]));
			if (told) return told;
			const polled = await this.#poll();
			if (polled && isThere(polled)) return polled;
		}
		return undefined;
	}

	stop(): void {
		this.#stopping.abort();
	}

	async #watch(): Promise<void> {
		const { signal } = this.#stopping;
		this.#isWatching = true;
		while (!signal.aborted) {
			const seen: Sighting[] = [];
			this.sightings.push(seen);
			try {
				for await (const event of this.#api.watch(subscription, { id: this.#orderId }, signal)) {
					const { status, timeline } = event.orderStatusChanged;
					seen.push({ status, steps: timeline.length, at: Date.now() });
				}
				// The server ends it when the order rests.
				if (seen.length > 0) break;
			} catch {
				// Lost; it comes back.
			}
			await sleep(250);
		}
		this.#isWatching = false;
	}

	async #poll(): Promise<Sighting | undefined> {
		try {
			const { data } = await this.#api.ask(query, { id: this.#orderId }, AbortSignal.timeout(3_000));
			return data?.order && { status: data.order.status, steps: data.order.timeline.length, at: Date.now() };
		} catch {
			return undefined;
		}
	}
}
