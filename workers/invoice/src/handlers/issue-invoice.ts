import { append } from '@infinite-blob/events/append';
import { type EventOf, makeEvent } from '@infinite-blob/events/envelope';
import { invoiceIssued } from '@infinite-blob/events/orders/invoice-issued';
import type { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { invoiceFile } from '../invoice.ts';
import type { InvoiceContext } from '../invoice-context.ts';
import { renderInvoice } from '../pdf/render-invoice.ts';

/** A paid order gets its invoice: number and record once, the file once, the report again when delivered again. */
export async function issueInvoice(
	{ redis, invoices, files, seller, clock }: InvoiceContext,
	event: EventOf<typeof orderPaid>,
): Promise<void> {
	const { order } = event.data;
	const invoice = await invoices.issue(order, seller, order.paidAt ?? event.occurredAt);
	const file = invoiceFile(order.id);
	if (!(await files.find(file))) await files.put(file, await renderInvoice(invoice));
	const { number: invoiceNumber, issuedAt } = invoice;
	const report = { orderId: order.id, invoiceNumber, file, issuedAt };
	await append(redis, 'orders.events', makeEvent(invoiceIssued, order.id, report, event.id, clock()));
}
