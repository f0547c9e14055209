import { money } from '@infinite-blob/money/money';
import { extractTextItems, getMeta } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { anInvoice, of, textOf } from '../../tests/an-invoice.ts';
import { aLine } from '../../tests/an-order.ts';
import { renderInvoice } from './render-invoice.ts';

const printed = async (invoice = anInvoice()) => textOf(await renderInvoice(invoice));

test('an invoice says who sold what to whom, when, for how much, and that it is paid', async () => {
	const { text, pages } = await printed();
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
	expect(pages).toHaveLength(1);
	expect(text).not.toContain('of which');
});

test('an order without a discount has no line for one', async () => {
	const { text } = await printed(anInvoice({ discount: money(0, 'USD'), coupon: null }));
	expect(text).not.toContain('Discount');
});

test('a discount without a coupon is called just that', async () => {
	const { text } = await printed(anInvoice({ coupon: null }));
	expect(text).toContain('Discount −$6.60');
});

test('the tax that the total includes is shown with what is left without it', async () => {
	const { text } = await printed(anInvoice({}, { name: 'VAT', ratePercent: 21 }));
	expect(text).toContain('Total $59.40 of which 21 % VAT $10.31 Total without VAT $49.09');
});

test('yen are printed without decimals', async () => {
	const tax = { name: 'JCT', ratePercent: 10 };
	const { text } = await printed(anInvoice({ total: money(4_200, 'JPY') }, tax));
	expect(text).toContain('Total ¥4,200 of which 10 % JCT ¥382');
});

test('rupees are grouped as in India, and a large total keeps clear of its label', async () => {
	const pdf = await renderInvoice(anInvoice({ total: money(1_234_150_200, 'INR') }));
	const { items } = await extractTextItems(new Uint8Array(pdf));
	const value = items[0]!.find(({ str }) => str === '₹1,23,41,502.00')!;
	const label = items[0]!.findLast(({ str }) => str === 'Total')!;
	expect(value.x - (label.x + label.width)).toBeGreaterThan(15);
});

describe('over several pages', () => {
	const lines = (count: number) =>
		Array.from({ length: count }, (_, index) => aLine(`Contour Print No. ${index + 1}.`, 1, 1_000));

	test('fifty lines come with the table head and the page number on each, and nothing is lost', async () => {
		const { text, pages } = await printed(anInvoice({ lines: lines(50) }));
		expect(pages).toHaveLength(3);
		pages.forEach((page, index) => {
			expect(page).toContain('Item Quantity Unit price Total');
			expect(page).toContain(`Page ${index + 1} of 3`);
		});
		for (const { name } of lines(50)) expect(text).toContain(name);
	});

	// Around where the first page is full.
	test.each([9, 10, 11, 12, 13, 14, 15, 16, 17, 18])(
		'the totals of %i lines are not alone on a page',
		async (count) => {
			const pdf = await renderInvoice(anInvoice({ lines: lines(count) }, { name: 'VAT', ratePercent: 21 }));
			const { pages } = await textOf(pdf);
			expect(pages).toHaveLength(count < 11 ? 1 : 2);
			expect(pages.at(-1)).toContain(`Contour Print No. ${count}.`);
			expect(pages.at(-1)).toContain('Thank you for your order.');
			// The foot is written 813 points below the upper edge, under a rule at 799.
			const { items } = await extractTextItems(new Uint8Array(pdf));
			const heights = items.flat().map(({ y }) => 841.89 - y);
			expect(heights.filter((y) => y > 790 && Math.abs(y - 813) > 1)).toEqual([]);
		},
	);

	test('a name of 10,000 characters is wrapped and shortened', async () => {
		const { text, pages } = await printed(anInvoice({ lines: [aLine('x'.repeat(10_000), 1, 100)] }));
		expect(pages).toHaveLength(1);
		expect(text).toMatch(/x{20} x{20}.*x…/);
	});

	test('a buyer’s name of two long words is printed whole', async () => {
		const words = [
			'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte',
			'Llanfairpwllgwyngyllgogerych',
		];
		const { text } = await printed(anInvoice(of(words[0]!, words[1]!)));
		expect(text.replaceAll(' ', '')).toContain(words.join(''));
	});
});

test.each([
	['花子', '山田'],
	['Zoë', '李'],
	['李', 'Zoë'],
])('the space between %s and %s is as wide as any other', async (firstName, lastName) => {
	const pdf = await renderInvoice(anInvoice(of(firstName, lastName)));
	const { items } = await extractTextItems(new Uint8Array(pdf));
	const place = (text: string) => items[0]!.find(({ str }) => str === text)!;
	expect(place(lastName).x - place(firstName).x - place(firstName).width).toBeCloseTo(2.6);
	expect((await textOf(pdf)).text).toContain(`${firstName} ${lastName}`);
});

test('the same invoice gives the same bytes, whatever was printed in between', async () => {
	const invoice = anInvoice(of('é i\u0307 伟', '田中'));
	const first = await renderInvoice(invoice);
	await renderInvoice(anInvoice({ lines: [aLine('e\u00a0i ǘ 张', 1, 100)] }));
	expect(Buffer.compare(first, await renderInvoice(invoice))).toBe(0);
});

test('the document has its title and its date', async () => {
	const invoice = { ...anInvoice(), issuedAt: Date.UTC(2025, 1, 3) };
	const { info } = await getMeta(new Uint8Array(await renderInvoice(invoice)));
	expect(info).toMatchObject({
		Title: 'Invoice 2026-000042',
		CreationDate: expect.stringContaining('20250203'),
	});
});
