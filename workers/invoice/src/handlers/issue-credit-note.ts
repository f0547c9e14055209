import { append } from '@infinite-blob/events/append';
import { type EventOf, makeEvent } from '@infinite-blob/events/envelope';
import { creditNoteIssued } from '@infinite-blob/events/orders/credit-note-issued';
import type { orderRefunded } from '@infinite-blob/events/orders/order-refunded';
import { creditNoteFile } from '../credit-note.ts';
import type { InvoiceContext } from '../invoice-context.ts';
import { renderCreditNote } from '../pdf/render-credit-note.ts';
import { storeInvoice } from '../store-invoice.ts';

/**
 * An order that was paid back gets a credit note for its invoice, which is made here if the order's payment has not
 * been handled yet. Number, record and file once; the report again when delivered again.
 */
export async function issueCreditNote(
	context: InvoiceContext,
	event: EventOf<typeof orderRefunded>,
): Promise<void> {
	const { creditNotes, files, seller, redis, clock } = context;
	const { order } = event.data;
	const { invoice, file: invoiceFile } = await storeInvoice(context, order, event.occurredAt);
	const note = await creditNotes.issue(order.id, {
		issuedAt: order.refundedAt ?? event.occurredAt,
		seller,
		...(invoice.tax && { tax: invoice.tax }),
		invoice: { number: invoice.number, issuedAt: invoice.issuedAt },
		order: invoice.order,
	});
	const file = creditNoteFile(order.id);
	if (!(await files.find(file))) await files.putNew(file, await renderCreditNote(note));
	const report = {
		orderId: order.id,
		creditNoteNumber: note.number,
		file,
		issuedAt: note.issuedAt,
		invoice: { number: invoice.number, file: invoiceFile },
	};
	await append(redis, 'orders.events', makeEvent(creditNoteIssued, order.id, report, event.id, clock()));
}
