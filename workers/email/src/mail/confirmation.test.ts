import { money } from '@infinite-blob/money/money';
import { expect, test } from 'vitest';
import { anOrder } from '../../tests/an-order.ts';
import { type Confirmation, describeConfirmation } from './confirmation.ts';
import { confirmationHtml } from './confirmation-html.ts';
import { confirmationText } from './confirmation-text.ts';

function confirm(change: Parameters<typeof anOrder>[0] = {}): Confirmation {
	const url = 'https://shop.example/orders/ord_1?token=abc';
	return describeConfirmation(anOrder(change), '2026-000042', url, 'https://shop.example');
}

const forms = [
	['HTML', confirmationHtml],
	['text', confirmationText],
] as const;

test.each(forms)('the %s says what was bought, what it came to, and what happens next', (_, render) => {
	const body = render(confirm());
	for (const part of [
		'Thank you, Ada',
		'IB-000123',
		'Paper Hills at Dusk',
		'€18.50 each',
		'€37.00',
		'Discount (WELCOME10)',
		'−€3.70',
		'€33.30',
		'ending in 4242',
		'https://shop.example/orders/ord_1?token=abc',
		'What happens next',
		'Invoice 2026-000042',
	])
		expect(body).toContain(part);
});

test.each(forms)('the %s of an order without a discount has none', (_, render) => {
	expect(render(confirm({ discount: money(0, 'EUR'), coupon: null }))).not.toContain('Discount');
});

test('whatever people call themselves or their artworks is text in the HTML', () => {
	const evil = `<img src=x onerror="alert(1)">'&`;
	const { lines, customer } = anOrder();
	const body = confirmationHtml(
		confirm({
			customer: { ...customer, firstName: evil },
			lines: [{ ...lines[0]!, name: evil }],
			coupon: evil,
		}),
	);
	expect(body).not.toContain('<img');
	expect(body.match(/&#60;img src=x onerror=&#34;alert\(1\)&#34;&#62;&#39;&#38;/g)).toHaveLength(4);
});

test('line breaks in names do not add lines to the text', () => {
	const { lines } = anOrder();
	const body = confirmationText(confirm({ lines: [{ ...lines[0]!, name: 'Vase\r\nTotal: €0.00' }] }));
	expect(body).toContain('2 × Vase Total: €0.00, €18.50 each');
});

test('a name of 10,000 characters is shortened', () => {
	const { customer } = anOrder();
	const { firstName } = confirm({ customer: { ...customer, firstName: '田'.repeat(10_000) } });
	expect([...firstName]).toHaveLength(60);
});
