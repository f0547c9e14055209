import { type Envelope, parseEnvelope } from '@infinite-blob/events/envelope';
import type { Redis } from '@infinite-blob/redis/connect';
import { isAtRest, type Order } from '../domain/order.ts';

const stream = 'orders.events';
const pageSize = 500;
/** Clocks differ, and workers may tell of an order some time after it came to rest. */
const slackMs = { before: 60_000, after: 60 * 60_000 };

/** The events of one order as they stand in the stream. */
export interface OrderEvents {
	/** In their order there. */
	events: Envelope[];
	/** The stream begins after the order: older events may be trimmed. */
	isCutOff: boolean;
}

/** Reads an order's events from the part of the stream that falls into the order's time. */
export async function readOrderEvents(redis: Redis, order: Order): Promise<OrderEvents> {
	const events: Envelope[] = [];
	const end = isAtRest(order) ? String(order.updatedAt + slackMs.after) : '+';
	for (let from = String(Math.max(0, order.placedAt - slackMs.before)); ; ) {
		const page = await redis.xrange(stream, from, end, 'COUNT', pageSize);
		for (const [, [, text]] of page) {
			const event = text?.includes(order.id) ? parse(text) : undefined;
			if (event?.subject === order.id) events.push(event);
		}
		if (page.length < pageSize) break;
		from = `(${page.at(-1)![0]}`;
	}
	// The first event of every order is that it was placed.
	return { events, isCutOff: events[0]?.type !== 'order.placed' };
}

function parse(text: string): Envelope | undefined {
	try {
		return parseEnvelope(text);
	} catch {
		// Not an event: it is among the dead letters.
		return undefined;
	}
}
