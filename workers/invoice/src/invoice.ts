import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';

/** Who sells, as printed on the invoice. */
export interface Seller {
	name: string;
	addressLines: string[];
	email: string;
	/** With its label; empty when there is none. */
	taxId: string;
}

/** An invoice as it was issued. It never changes: whenever it is printed, it is printed from this. */
export interface Invoice {
	/** 2026-000001: gap-free within its year. */
	number: string;
	/** Epoch milliseconds: when the order was paid. */
	issuedAt: number;
	seller: Seller;
	order: OrderSnapshot;
}

/** The year that an invoice of this time counts in, in UTC. */
export function invoiceYear(issuedAt: number): number {
	return new Date(issuedAt).getUTCFullYear();
}

/** @param count the invoices of the year, this one included */
export function invoiceNumber(year: number, count: number): string {
	return `${year}-${String(count).padStart(6, '0')}`;
}

/** Where the invoice of an order is kept in the file store. */
export function invoiceFile(orderId: string): string {
	return `invoices/${orderId}.pdf`;
}
