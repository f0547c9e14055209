import { money } from '@infinite-blob/money/money';
import { extractText, extractTextItems, getMeta } from 'unpdf';
import { expect, test } from 'vitest';
import { aLine, anOrder } from '../../tests/an-order.ts';
import type { Invoice } from '../invoice.ts';
import { renderInvoice } from './render-invoice.ts';

const seller = {
	name: 'Infinite Blob',
	addressLines: ['8 Kiln Street', '1016 Claybridge'],
	email: 'hello@infinite-blob.example',
	taxId: 'VAT NL000000000B00',
};

function anInvoice(change: Parameters<typeof anOrder>[0] = {}): Invoice {
	return { number: '2026-000042', issuedAt: Date.UTC(2026, 10, 23, 10), seller, order: anOrder(change) };
}

async function textOf(invoice: Invoice): Promise<{ text: string; totalPages: number }> {
	const pdf = await renderInvoice(invoice);
	const { text, totalPages } = await extractText(new Uint8Array(pdf), { mergePages: true });
	return { text: text.replace(/\s+/g, ' '), totalPages };
}

test('an invoice says who sold what to whom, when, for how much, and that it is paid', async () => {
	const { text, totalPages } = await textOf(anInvoice());
	for (const part of [
		'Invoice no. 2026-000042',
		'IB-000123',
		'November 23, 2026',
		'Ada Lovelace',
		'ada@example.com',
		'8 Kiln Street',
		'VAT NL000000000B00',
		'Vase in Ochre 1 $29.00 $29.00',
		'Paper Hills at Dusk 2 $18.50 $37.00',
		'Subtotal $66.00',
		'Discount (WELCOME10) −$6.60',
		'Total $59.40',
		'card ending in 4242',
		'Page 1 of 1',
	])
		expect(text).toContain(part);
	expect(totalPages).toBe(1);
});

test('an order without a discount has no line for one', async () => {
	const { text } = await textOf(anInvoice({ discount: money(0, 'USD'), coupon: null }));
	expect(text).not.toContain('Discount');
});

test('yen are printed without decimals', async () => {
	const { text } = await textOf(anInvoice({ total: money(4_200, 'JPY') }));
	expect(text).toContain('¥4,200');
});

test.each([
	['Latin with diacritics', 'Čapek Świętokrzyska İstanbul ğ ő ű ș ț Ærøskøbing ß ẞ'],
	['Greek', 'Ελληνικό αγγείο Άνοιξη'],
	['Cyrillic', 'Україна їжак ґ Ђорђе Йод'],
	['Vietnamese', 'Nguyễn Thị Phong cảnh Đà Nẵng buổi sớm'],
	['Japanese', '抹茶 田中園 カタカナ ひらがな'],
])('names in %s are printed', async (_, name) => {
	const { text } = await textOf(
		anInvoice({ customer: { firstName: name, lastName: '', email: 'a@example.com' } }),
	);
	expect(text.replace(/ /g, '')).toContain(name.replace(/ /g, ''));
});

test.each([
	['花子', '山田'],
	['Zoë', '李'],
	['李', 'Zoë'],
])('the space between %s and %s is as wide as any other', async (firstName, lastName) => {
	const pdf = await renderInvoice(anInvoice({ customer: { firstName, lastName, email: 'a@example.com' } }));
	const { items } = await extractTextItems(new Uint8Array(pdf));
	const place = (text: string) => items[0]!.find(({ str }) => str === text)!;
	expect(place(lastName).x - place(firstName).x - place(firstName).width).toBeCloseTo(2.6);
	const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
	expect(text).toContain(`${firstName} ${lastName}`);
});

test('text is composed, so that a decomposed name is printed like a composed one', async () => {
	const { text } = await textOf(anInvoice({ lines: [aLine('Nguye\u0302\u0303n', 1, 100)] }));
	expect(text).toContain('Nguyễn');
});

test('characters that no font has, and control characters, do not break an invoice', async () => {
	const { text } = await textOf(anInvoice({ lines: [aLine('Vase 🎨\n\u0000\u200b of العربية', 1, 100)] }));
	expect(text).toContain('Vase ? of ???????');
});

test('fifty lines go over several pages, each with the table head, its page number and nothing lost', async () => {
	const lines = Array.from({ length: 50 }, (_, index) => aLine(`Contour Print No. ${index + 1}.`, 1, 1_000));
	const { text, totalPages } = await textOf(anInvoice({ lines }));
	expect(totalPages).toBe(3);
	expect(text.match(/Unit price/g)).toHaveLength(3);
	expect(text).toContain('Page 3 of 3');
	for (const { name } of lines) expect(text).toContain(name);
});

test('a name of 10,000 characters is shortened', async () => {
	const { text, totalPages } = await textOf(anInvoice({ lines: [aLine('x'.repeat(10_000), 1, 100)] }));
	expect(totalPages).toBe(1);
	expect(text).toContain('x…');
});

test('the same invoice gives the same bytes, whatever was printed in between', async () => {
	const invoice = anInvoice({
		customer: { firstName: 'é i\u0307', lastName: '田中', email: 'a@example.com' },
	});
	const first = await renderInvoice(invoice);
	await renderInvoice(anInvoice({ lines: [aLine('e\u00a0i ǘ', 1, 100)] }));
	expect(Buffer.compare(first, await renderInvoice(invoice))).toBe(0);
});

test('the document has its title and its date', async () => {
	const { info } = await getMeta(new Uint8Array(await renderInvoice(anInvoice())));
	expect(info).toMatchObject({
		Title: 'Invoice 2026-000042',
		CreationDate: expect.stringContaining('20261123'),
	});
});
