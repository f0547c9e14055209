import type { Invoice } from '../invoice.ts';
import { longDate } from './long-date.ts';
import { renderPrintout } from './render-printout.ts';

/** Renders an invoice as a PDF. The same invoice gives the same bytes. */
export function renderInvoice(invoice: Invoice): Promise<Uint8Array> {
	const { number, issuedAt, order } = invoice;
	const card = order.last4 ? ` with the card ending in ${order.last4}` : '';
	return renderPrintout({
		...invoice,
		kind: 'Invoice',
		facts: [
			['Invoice no.', number],
			['Date', longDate(issuedAt)],
			['Order no.', order.number],
		],
		labels: { lineTotal: 'Total', total: 'Total' },
		closing: {
			headline: 'Paid in full',
			sentences: [
				`Received on ${longDate(issuedAt)}${card}. Nothing is left to pay.`,
				'Thank you for your order.',
			],
		},
	});
}
