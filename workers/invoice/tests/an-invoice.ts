import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { extractText } from 'unpdf';
import { billedOrder, type Seller } from '../src/billing.ts';
import { type TaxSetting, taxOf } from '../src/included-tax.ts';
import type { Invoice } from '../src/invoice.ts';
import { anOrder } from './an-order.ts';

const seller: Seller = {
	name: 'Infinite Blob',
	addressLines: ['8 Kiln Street', '1016 Claybridge'],
	email: 'hello@infinite-blob.example',
	taxId: 'VAT NL000000000B00',
};

export function anInvoice(change: Partial<OrderSnapshot> = {}, tax?: TaxSetting): Invoice {
	const order = billedOrder(anOrder(change));
	const issuedAt = Date.UTC(2026, 10, 23, 10);
	return { number: '2026-000042', issuedAt, seller, ...taxOf(order.total, tax), order };
}

/** The order of a buyer of this name. */
export function of(firstName: string, lastName = ''): Partial<OrderSnapshot> {
	return { customer: { firstName, lastName, email: 'a@example.com' } };
}

/** A PDF's text on one line. */
export async function textOf(pdf: Uint8Array): Promise<{ text: string; pages: string[] }> {
	const { text } = await extractText(new Uint8Array(pdf));
	const pages = text.map((page) => page.replace(/\s+/g, ' '));
	return { text: pages.join(' '), pages };
}
