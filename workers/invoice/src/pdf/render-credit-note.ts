import type { CreditNote } from '../credit-note.ts';
import { amount } from './amount.ts';
import { longDate } from './long-date.ts';
import { renderPrintout } from './render-printout.ts';

/**
 * Renders a credit note as a PDF. The same credit note gives the same bytes. Its amounts have no minus sign: that they
 * are credited is what the document is, as in EN 16931.
 */
export function renderCreditNote(note: CreditNote): Promise<Uint8Array> {
	const { number, issuedAt, invoice, order } = note;
	const to = order.last4 ? `to the card ending in ${order.last4}` : 'the way it was paid';
	return renderPrintout({
		...note,
		kind: 'Credit note',
		facts: [
			['Credit note no.', number],
			['Date', longDate(issuedAt)],
			['For invoice', invoice.number, `of ${longDate(invoice.issuedAt)}`],
			['Order no.', order.number],
		],
		labels: { lineTotal: 'Credited', total: 'Total credited' },
		closing: {
			headline: 'Paid back in full',
			sentences: [
				`${amount(order.total)} went back on ${longDate(issuedAt)} ${to}.`,
				`This credit note takes back invoice ${invoice.number} of ${longDate(invoice.issuedAt)}.`,
			],
		},
	});
}
