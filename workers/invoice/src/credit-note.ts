import type { BilledOrder, Seller } from './billing.ts';
import type { IncludedTax } from './included-tax.ts';
import type { Series } from './numbered-records.ts';

/** A credit note as it was issued: it takes back a whole invoice. It never changes either. */
export interface CreditNote {
	/** CN-2026-000001: gap-free within its year, apart from the invoices. */
	number: string;
	/** Epoch milliseconds: when the order was paid back. */
	issuedAt: number;
	seller: Seller;
	/** The invoice's. */
	tax?: IncludedTax;
	/** What it takes back. */
	invoice: { number: string; issuedAt: number };
	/** The invoice's. */
	order: BilledOrder;
}

export const creditNoteSeries: Series = { keys: 'invoice:credit-note', numbers: 'CN-' };

/** Where the credit note of an order is kept in the file store. */
export function creditNoteFile(orderId: string): string {
	return `credit-notes/${orderId}.pdf`;
}
