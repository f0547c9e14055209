import { getMeta } from 'unpdf';
import { expect, test } from 'vitest';
import { anInvoice, textOf } from '../../tests/an-invoice.ts';
import type { CreditNote } from '../credit-note.ts';
import { renderCreditNote } from './render-credit-note.ts';

function aCreditNote(change?: Parameters<typeof anInvoice>[0]): CreditNote {
	const { number, issuedAt, ...invoice } = anInvoice(change, { name: 'VAT', ratePercent: 21 });
	return {
		...invoice,
		number: 'CN-2027-000007',
		issuedAt: Date.UTC(2027, 0, 2),
		invoice: { number, issuedAt },
	};
}

test('a credit note says which invoice it takes back, how much, and how it was paid back', async () => {
	const { text } = await textOf(await renderCreditNote(aCreditNote()));
	for (const part of [
		'Credit note no. CN-2027-000007',
		'Date January 2, 2027',
		'For invoice 2026-000042 of November 23, 2026',
		'Order no. IB-000123',
		'Ada Lovelace',
		'Paper Hills at Dusk 2 $18.50 $37.00',
		'Discount (WELCOME10) −$6.60',
		'Total credited $59.40 of which 21 % VAT $10.31 Total without VAT $49.09',
		'$59.40 went back on January 2, 2027 to the card ending in 4242.',
		'This credit note takes back invoice 2026-000042 of November 23, 2026.',
	])
		expect(text).toContain(part);
	expect(text).not.toContain('Paid in full');
});

test('without a card it says that the money went the way it came', async () => {
	const { text } = await textOf(await renderCreditNote(aCreditNote({ last4: null })));
	expect(text).toContain('went back on January 2, 2027 the way it was paid.');
});

test('it has the title and the date of its own, and the same bytes each time', async () => {
	const pdf = await renderCreditNote(aCreditNote());
	const { info } = await getMeta(new Uint8Array(pdf));
	expect(info).toMatchObject({
		Title: 'Credit note CN-2027-000007',
		CreationDate: expect.stringContaining('20270102'),
	});
	expect(Buffer.compare(pdf, await renderCreditNote(aCreditNote()))).toBe(0);
});
