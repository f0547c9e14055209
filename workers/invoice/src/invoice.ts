import type { BilledOrder, Seller } from './billing.ts';
import type { IncludedTax } from './included-tax.ts';
import type { Series } from './numbered-records.ts';

/** An invoice as it was issued. It never changes: whenever it is printed, it is printed from this. */
export interface Invoice {
	/** 2026-000001: gap-free within its year. */
	number: string;
	/** Epoch milliseconds: when the order was paid. */
	issuedAt: number;
	seller: Seller;
	/** Missing where none was set when it was issued. */
	tax?: IncludedTax;
	order: BilledOrder;
}

export const invoiceSeries: Series = { keys: 'invoice', numbers: '' };

/** Where the invoice of an order is kept in the file store. */
export function invoiceFile(orderId: string): string {
	return `invoices/${orderId}.pdf`;
}
