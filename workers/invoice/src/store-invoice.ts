import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { billedOrder } from './billing.ts';
import { taxOf } from './included-tax.ts';
import { type Invoice, invoiceFile } from './invoice.ts';
import type { InvoiceContext } from './invoice-context.ts';
import { renderInvoice } from './pdf/render-invoice.ts';

/**
 * The invoice of a paid order, with its file: made by whoever needs it first, the same for everybody after.
 *
 * @param issuedAt epoch milliseconds, for an order that does not say when it was paid
 */
export async function storeInvoice(
	{ invoices, files, seller, tax }: InvoiceContext,
	order: OrderSnapshot,
	issuedAt: number,
): Promise<{ invoice: Invoice; file: string }> {
	const invoice = await invoices.issue(order.id, {
		issuedAt: order.paidAt ?? issuedAt,
		seller,
		...taxOf(order.total, tax),
		order: billedOrder(order),
	});
	const file = invoiceFile(order.id);
	if (!(await files.find(file))) await files.putNew(file, await renderInvoice(invoice));
	return { invoice, file };
}
