import { on, startConsumer } from '@infinite-blob/events/consumer';
import type { Envelope } from '@infinite-blob/events/envelope';
import { Hopeless } from '@infinite-blob/events/hopeless';
import { chargeDeclined } from '@infinite-blob/events/orders/charge-declined';
import { chargeRefunded } from '@infinite-blob/events/orders/charge-refunded';
import { chargeRequested } from '@infinite-blob/events/orders/charge-requested';
import { chargeSucceeded } from '@infinite-blob/events/orders/charge-succeeded';
import { confirmationRefused } from '@infinite-blob/events/orders/confirmation-refused';
import { confirmationSent } from '@infinite-blob/events/orders/confirmation-sent';
import { creditNoteIssued } from '@infinite-blob/events/orders/credit-note-issued';
import { invoiceIssued } from '@infinite-blob/events/orders/invoice-issued';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import type { Registry } from '@infinite-blob/service/start-service';
import type { Order } from './domain/order.ts';
import {
	addInvoice,
	complete,
	credit,
	decline,
	grantCharge,
	pay,
	refund,
	type Step,
} from './domain/steps.ts';
import type { OrderRepository } from './order-repository.ts';
import { told } from './order-service.ts';

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
	async function apply(
		report: Envelope<string, { orderId: string }>,
		step: (order: Order, now: number) => Step,
	): Promise<void> {
		const order = await orders.change(report.data.orderId, (current) => {
			const next = step(current, now());
			return next && told(next, report.id);
		});
		// Not acknowledged in silence, since it may be about money: a person finds it among the dead letters.
		if (!order) throw new Hopeless(`${report.type} is about ${report.data.orderId}, which is not there`);
	}

	return startConsumer({
		redis,
		stream: 'orders.events',
		group: 'orders',
		consumer,
		logger,
		metrics,
		handlers: [
			on(chargeRequested, (event) => apply(event, (order, at) => grantCharge(order, event.data.attempt, at))),
			on(chargeSucceeded, (event) => apply(event, (order, at) => pay(order, event.data, at))),
			on(chargeDeclined, (event) => apply(event, (order, at) => decline(order, event.data, at))),
			on(chargeRefunded, (event) =>
				apply(event, (order, at) => refund(order, event.data.chargeId, event.data.refundedAt, at)),
			),
			on(invoiceIssued, (event) => {
				const invoice = { number: event.data.invoiceNumber, file: event.data.file };
				return apply(event, (order, at) => addInvoice(order, invoice, at));
			}),
			on(creditNoteIssued, (event) => apply(event, (order, at) => credit(order, event.data, at))),
			on(confirmationSent, (event) =>
				apply(event, (order, at) => complete(order, `Confirmation sent to ${order.customer.email}.`, at)),
			),
			on(confirmationRefused, (event) =>
				apply(event, (order, at) =>
					complete(order, `The confirmation could not be delivered: ${event.data.reason}`, at),
				),
			),
		],
	});
}
