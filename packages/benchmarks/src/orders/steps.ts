import { parseEnvelope } from '@infinite-blob/events/envelope';
import type { Redis } from '@infinite-blob/redis/connect';
import { percentile } from '../percentile.ts';

/** The way of an order that goes well, by the events that tell of it, and what is done before each. */
const way = [
	['order.placed', ''],
	['payment.charge_requested', 'the payment worker hears of it and asks for the charge'],
	['payment.charge_granted', 'orders grants it'],
	['payment.charge_succeeded', 'the payment worker charges the card'],
	['order.paid', 'orders notes it'],
	['invoice.issued', 'the invoice worker numbers, draws and stores the invoice'],
	['order.invoiced', 'orders notes it'],
	['email.confirmation_sent', 'the email worker hands the mail over'],
	['order.completed', 'orders notes it'],
] as const;

interface Step {
	title: string;
	/** Milliseconds, of half of the orders at most. */
	ms: number;
}

/** How long each step of these orders took, by the times in their events. */
export async function stepsOf(redis: Redis, orderIds: readonly string[]): Promise<Step[]> {
	const times = new Map(orderIds.map((id) => [id, new Map<string, number>()]));
	for (const [, fields] of await redis.xrange('orders.events', '-', '+')) {
		const { subject, type, occurredAt } = parseEnvelope(fields[1] ?? '');
		times.get(subject)?.set(type, occurredAt);
	}
	return way.slice(1).map(([type, title], index) => {
		const before = way[index]![0];
		const took = Array.from(times.values(), (at) => at.get(type)! - at.get(before)!);
		return {
			title,
			ms: percentile(
				took.filter((ms) => ms >= 0),
				0.5,
			),
		};
	});
}
