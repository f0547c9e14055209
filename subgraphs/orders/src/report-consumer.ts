import { on, startConsumer } from '@infinite-blob/events/consumer';
import { type Envelope, type EventDefinition, makeEvent } from '@infinite-blob/events/envelope';
import { chargeDeclined } from '@infinite-blob/events/orders/charge-declined';
import { chargeGranted } from '@infinite-blob/events/orders/charge-granted';
import { chargeRefunded } from '@infinite-blob/events/orders/charge-refunded';
import { chargeRequested } from '@infinite-blob/events/orders/charge-requested';
import { chargeSucceeded } from '@infinite-blob/events/orders/charge-succeeded';
import { confirmationRefused } from '@infinite-blob/events/orders/confirmation-refused';
import { confirmationSent } from '@infinite-blob/events/orders/confirmation-sent';
import { invoiceIssued } from '@infinite-blob/events/orders/invoice-issued';
import { orderCompleted } from '@infinite-blob/events/orders/order-completed';
import { orderDeclined } from '@infinite-blob/events/orders/order-declined';
import { orderInvoiced } from '@infinite-blob/events/orders/order-invoiced';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { orderRefunded } from '@infinite-blob/events/orders/order-refunded';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import type { Registry } from '@infinite-blob/service/start-service';
import type { z } from 'zod';
import type { Order } from './domain/order.ts';
import { snapshot } from './domain/snapshot.ts';
import {
	addInvoice,
	type Change,
	complete,
	decline,
	grantCharge,
	pay,
	refund,
} from './domain/transitions.ts';
import type { OrderRepository } from './order-repository.ts';

export interface ReportConsumerOptions {
	redis: Redis;
	orders: OrderRepository;
	logger: Logger;
	metrics: Registry;
	consumer: string;
	now: () => number;
}

/** Applies what the workers report to the orders, and tells everybody of each step. */
export function startReportConsumer(options: ReportConsumerOptions): Promise<AsyncDisposable> {
	const { redis, orders, logger, metrics, consumer, now } = options;

	/** One guarded step, with the event that announces it when it was really made. */
	async function apply<Schema extends z.ZodType>(
		cause: Envelope<string, { orderId: string }>,
		decide: (order: Order, now: number) => Change,
		definition: EventDefinition<string, Schema>,
		data: (order: Order) => z.output<Schema>,
	): Promise<void> {
		const { orderId } = cause.data;
		await orders.change(orderId, (order) => {
			const at = now();
			const next = decide(order, at);
			if (!next) return undefined;
			// An invoice that came after a refund is kept, but is no news to anybody.
			const isNews = next.status !== order.status || definition.type === chargeGranted.type;
			return {
				order: next,
				events: isNews ? [makeEvent(definition, orderId, data(next), cause.id, at)] : [],
			};
		});
	}

	const itself = (order: Order) => ({ order: snapshot(order) });

	return startConsumer({
		redis,
		stream: 'orders.events',
		group: 'orders',
		consumer,
		logger,
		metrics,
		handlers: [
			on(chargeRequested, (event) =>
				apply(event, (order, at) => grantCharge(order, event.data.attempt, at), chargeGranted, itself),
			),
			on(chargeSucceeded, (event) =>
				apply(event, (order, at) => pay(order, event.data, at), orderPaid, itself),
			),
			on(chargeDeclined, (event) =>
				apply(
					event,
					(order, at) => decline(order, event.data, at),
					orderDeclined,
					(order) => ({ ...itself(order), declineCode: event.data.declineCode, reason: event.data.reason }),
				),
			),
			on(invoiceIssued, (event) => {
				const invoice = { number: event.data.invoiceNumber, file: event.data.file };
				return apply(
					event,
					(order, at) => addInvoice(order, invoice, at),
					orderInvoiced,
					(order) => ({ ...itself(order), invoice }),
				);
			}),
			on(confirmationSent, (event) =>
				apply(
					event,
					(order, at) => complete(order, `Confirmation sent to ${order.customer.email}.`, at),
					orderCompleted,
					itself,
				),
			),
			on(confirmationRefused, (event) =>
				apply(
					event,
					(order, at) => complete(order, `The confirmation could not be delivered: ${event.data.reason}`, at),
					orderCompleted,
					itself,
				),
			),
			on(chargeRefunded, (event) =>
				apply(event, (order, at) => refund(order, event.data.refundedAt, at), orderRefunded, itself),
			),
		],
	});
}
