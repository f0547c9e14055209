import { append } from '@infinite-blob/events/append';
import { type EventOf, makeEvent } from '@infinite-blob/events/envelope';
import { invoiceIssued } from '@infinite-blob/events/orders/invoice-issued';
import type { orderPaid } from '@infinite-blob/events/orders/order-paid';
import type { InvoiceContext } from '../invoice-context.ts';
import { storeInvoice } from '../store-invoice.ts';

/** A paid order gets its invoice: number and record once, the file once, the report again when delivered again. */
export async function issueInvoice(context: InvoiceContext, event: EventOf<typeof orderPaid>): Promise<void> {
	const { order } = event.data;
	const { invoice, file } = await storeInvoice(context, order, event.occurredAt);
	const report = { orderId: order.id, invoiceNumber: invoice.number, file, issuedAt: invoice.issuedAt };
	const reported = makeEvent(invoiceIssued, order.id, report, event.id, context.clock());
	await append(context.redis, 'orders.events', reported);
}
