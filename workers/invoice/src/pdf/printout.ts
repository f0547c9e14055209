import type { BilledOrder, Seller } from '../billing.ts';
import type { IncludedTax } from '../included-tax.ts';

/** What an invoice or a credit note says, in the words of its kind. */
export interface Printout {
	/** Invoice, Credit note. */
	kind: string;
	number: string;
	/** Epoch milliseconds. */
	issuedAt: number;
	seller: Seller;
	order: BilledOrder;
	tax?: IncludedTax;
	/** What stands in the head beside the two parties; a fact may take several lines. */
	facts: [label: string, ...lines: string[]][];
	/** Over the amounts of the lines, and before that of all of them. */
	labels: { lineTotal: string; total: string };
	closing: { headline: string; sentences: string[] };
}

export function buyerName({ order }: Printout): string {
	return `${order.customer.firstName} ${order.customer.lastName}`;
}

export function sellerLines({ seller }: Printout): string[] {
	return [seller.name, ...seller.addressLines, seller.email, seller.taxId].filter(Boolean);
}

export function sellerInOneLine({ seller }: Printout): string {
	return [seller.name, ...seller.addressLines].join(' · ');
}

/** Every text that somebody else wrote: for these the fonts are chosen. */
export function foreignTexts(printout: Printout): string[] {
	const { order, tax } = printout;
	return [
		buyerName(printout),
		order.customer.email,
		...sellerLines(printout),
		sellerInOneLine(printout),
		...order.lines.map(({ name }) => name),
		order.coupon ?? '',
		tax?.name ?? '',
	];
}
