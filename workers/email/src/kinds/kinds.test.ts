import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { money } from '@infinite-blob/money/money';
import { exampleLine } from '@infinite-blob/testing/order-snapshot';
import { describe, expect, test } from 'vitest';
import { anOrder } from '../../tests/an-order.ts';
import type { MailContent } from '../mail/content.ts';
import { mailHtml } from '../mail/mail-html.ts';
import { mailText } from '../mail/mail-text.ts';
import { cancelled } from './cancelled.ts';
import { confirmation } from './confirmation.ts';
import { declined } from './declined.ts';
import type { MailKind } from './mail-kind.ts';
import { refunded } from './refunded.ts';

const links = { order: 'https://shop.example/orders/ord_1?token=abc', shop: 'https://shop.example' };

/** What every event that calls for a mail carries, and more. */
function data(change: Partial<OrderSnapshot> = {}) {
	return {
		order: anOrder(change),
		invoice: { number: '2026-000042', file: 'invoices/1.pdf' },
		creditNote: { number: 'CN-2026-000007', file: 'credit-notes/1.pdf' },
		declineCode: 'insufficient_funds',
		reason: 'Your card has insufficient funds. Try another card.',
	};
}

const kinds: [name: string, MailKind][] = [
	['confirmation', confirmation],
	['declined', declined],
	['cancelled', cancelled],
	['refunded', refunded],
];

const forms: [name: string, render: (content: MailContent) => string][] = [
	['HTML', (content) => mailHtml(content, links)],
	['text', (content) => mailText(content, links)],
];

describe.each(forms)('the %s', (_, render) => {
	test('of a confirmation says what was bought, what it came to, and what happens next', () => {
		const body = render(confirmation.content(data()));
		for (const part of [
			'Thank you, ',
			'IB-000123',
			'Paper Hills at Dusk',
			'€18.50 each',
			'€37.00',
			'Discount (WELCOME10)',
			'−€3.70',
			'€33.30',
			'ending in 4242',
			links.order,
			'What happens next',
			'Invoice 2026-000042',
		])
			expect(body).toContain(part);
	});

	test('of an order without a discount has none', () => {
		const content = confirmation.content(data({ discount: money(0, 'EUR'), coupon: null }));
		expect(render(content)).not.toContain('Discount');
	});

	test("of a decline says why in the provider's words, that nothing was charged, and where to go on", () => {
		const body = render(declined.content(data({ last4: '9995' })));
		for (const part of [
			'Your payment was declined',
			'IB-000123',
			'Your card has insufficient funds. Try another card.',
			'ending in 9995',
			'Nothing was charged.',
			'Pay with another card',
			links.order,
			'€33.30',
		])
			expect(body).toContain(part);
	});

	test('of a cancellation says that nothing was charged', () => {
		const body = render(cancelled.content(data()));
		for (const part of ['IB-000123 is cancelled', 'Nothing was charged', links.order])
			expect(body).toContain(part);
	});

	test('of a refund says how much, when, to which card, and how long banks take', () => {
		const body = render(refunded.content(data({ refundedAt: Date.UTC(2026, 10, 24, 23, 59) })));
		for (const part of [
			'€33.30',
			'November 24, 2026',
			'ending in 4242',
			'5 to 10 business days',
			'CN-2026-000007',
			'2026-000042',
			links.order,
			'downloads of this order are closed',
		])
			expect(body).toContain(part);
	});
});

describe.each(kinds)('the HTML of %s', (_, kind) => {
	const evil = `<img src=x onerror="alert(1)">'&`;

	test('shows whatever people call themselves or their artworks as text', () => {
		const order = anOrder();
		const body = mailHtml(
			kind.content({
				...data({
					customer: { ...order.customer, firstName: evil },
					lines: [{ ...order.lines[0]!, name: evil }],
					coupon: evil,
				}),
				...{ reason: evil },
			}),
			links,
		);
		expect(body).not.toContain('<img');
		expect(body).toContain('&#60;img src=x onerror=&#34;alert(1)&#34;&#62;&#39;&#38;');
	});

	test('asks for nothing from the network but what its reader clicks', () => {
		const body = mailHtml(kind.content(data()), links);
		expect(body).not.toMatch(/<(img|link|script|iframe|video)\b|url\(|@import|@font-face| background="/i);
	});

	test('says its language, its colours by day and night, and its width to Outlook', () => {
		const body = mailHtml(kind.content(data()), links);
		expect(body).toMatch(/^<!doctype html>\n<html lang="en"/);
		expect(body).toContain('<meta name="color-scheme" content="light dark">');
		expect(body).toContain('(prefers-color-scheme:dark)');
		expect(body).toMatch(/<!--\[if mso\]><table role="presentation" width="600"/);
		expect(body).toContain('mso-padding-alt:14px 26px');
	});

	test('stays below the 102 KB at which Gmail clips, with 50 lines of the longest names', () => {
		const lines = Array.from({ length: 50 }, (_, index) =>
			exampleLine(`prd_${index}`, 99, money(999_999_999, 'EUR'), '龍'.repeat(300)),
		);
		const content = kind.content(
			data({ lines, customer: { ...anOrder().customer, firstName: '龍'.repeat(100) } }),
		);
		expect(Buffer.byteLength(mailHtml(content, links))).toBeLessThan(102 * 1024);
	});
});

test('line breaks in what people gave do not add lines to the text', () => {
	const order = anOrder();
	const customer = { ...order.customer, firstName: 'Ada\r\n\r\nTotal: €0.00' };
	const lines = [{ ...order.lines[0]!, name: 'Vase\u2028Total: €0.00' }];
	const body = mailText(confirmation.content(data({ customer, lines })), links);
	expect(body).toContain('2 × Vase Total: €0.00, €18.50 each');
	expect(body).not.toMatch(/^Total: €0.00/m);
	const refusal = { ...data(), reason: 'No.\nTotal: €0.00' };
	expect(mailText(declined.content(refusal), links)).toContain('No. Total: €0.00');
});

test('a name of 10,000 characters is shortened', () => {
	const customer = { ...anOrder().customer, firstName: '田'.repeat(10_000) };
	expect(confirmation.content(data({ customer })).heading).toBe(`Thank you, ${'田'.repeat(59)}…`);
});

test.each(['Łukasz', 'Ελένη', '太郎', 'Nguyễn', "O'Brien", 'أحمد', 'می\u200cنا', 'क्\u200dष', '👩\u200d🎨'])(
	'a name may be %s',
	(firstName) => {
		const customer = { ...anOrder().customer, firstName };
		expect(mailText(confirmation.content(data({ customer })), links)).toContain(`Thank you, ${firstName}\n`);
	},
);

test('amounts are those of the order, in its currency', () => {
	const yen = anOrder({ total: money(3_330, 'JPY'), refundedAt: Date.UTC(2026, 10, 24) });
	expect(mailText(refunded.content({ ...data(), order: yen }), links)).toContain('¥3,330');
});

describe('the mail of a refund', () => {
	test('of an order that was paid without a card speaks of none', () => {
		const free = anOrder({ total: money(0, 'EUR'), last4: null });
		expect(JSON.stringify(refunded.content({ ...data(), order: free }))).not.toMatch(/card|bank/i);
	});

	const confirmed = { messageId: '<confirmation.ord_1@shop.example>', version: 3, at: 1 };
	const names = (sent: Parameters<NonNullable<typeof refunded.attachments>>[1]) =>
		refunded.attachments?.(data(), sent).map(({ filename }) => filename);

	test('brings the credit note', () => {
		expect(names(new Map([['confirmation', confirmed]]))).toEqual(['credit-note-CN-2026-000007.pdf']);
	});

	test('brings the invoice too where no confirmation did', () => {
		const both = ['credit-note-CN-2026-000007.pdf', 'invoice-2026-000042.pdf'];
		expect(names(new Map())).toEqual(both);
		expect(names(new Map([['confirmation', { ...confirmed, refused: 'no such mailbox' }]]))).toEqual(both);
	});
});

test('a name that is read from the right keeps the numbers beside it in their order', () => {
	const [line] = anOrder().lines;
	const body = mailText(confirmation.content(data({ lines: [{ ...line!, name: 'مزهرية' }] })), links);
	expect(body).toContain('2 × \u2068مزهرية\u2069, €18.50 each');
	expect(mailHtml(confirmation.content(data({ lines: [{ ...line!, name: 'مزهرية' }] })), links)).toContain(
		'<bdi>مزهرية</bdi>',
	);
});
