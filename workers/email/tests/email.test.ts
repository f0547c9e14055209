import type { Mail } from '@infinite-blob/mail-catcher/mail';
import { type MailCatcher, startMailCatcher } from '@infinite-blob/mail-catcher/start-mail-catcher';
import { opensOrder } from '@infinite-blob/session/order-access';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { testSecret } from '@infinite-blob/testing/subgraph-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOrder } from './an-order.ts';
import { type EmailShop, pdf, startEmailShop } from './email-shop.ts';

let shop: EmailShop;
let catcher: MailCatcher;
let worker: AsyncDisposable;

beforeAll(async () => {
	shop = await startEmailShop();
	catcher = await startMailCatcher({ host: '127.0.0.1', smtpPort: 0, uiPort: 0, logger: silentLogger });
	worker = await shop.start(catcher.smtpUrl);
});

afterAll(async () => {
	await worker[Symbol.asyncDispose]();
	await catcher[Symbol.asyncDispose]();
	await shop[Symbol.asyncDispose]();
});

/** The mails about an order, oldest first. */
async function mailsOf(orderId: string): Promise<Mail[]> {
	const mails = (await (await fetch(`${catcher.url}/api/mails`)).json()) as Mail[];
	return mails.filter(({ messageId }) => messageId?.split(/[.@]/)[1] === orderId).reverse();
}

const idsOf = async (orderId: string) => (await mailsOf(orderId)).map(({ messageId }) => messageId);

describe('an invoiced order', () => {
	test('is confirmed by a mail with the invoice attached', async () => {
		await shop.invoiced(anOrder({ id: 'ord_mail' }));
		const [report] = await shop.seen('ord_mail', 'email.confirmation_sent');
		expect(report?.data).toEqual({
			orderId: 'ord_mail',
			messageId: '<confirmation.ord_mail@shop.example>',
		});
		const [mail] = await mailsOf('ord_mail');
		expect(mail).toMatchObject({
			from: 'orders@shop.example',
			to: ['ada@example.com'],
			subject: 'Your order IB-000123 at Infinite Blob',
			text: expect.stringContaining('Thank you, Ada'),
			html: expect.stringContaining('Paper Hills at Dusk'),
			attachments: [{ name: 'invoice-2026-000042.pdf', type: 'application/pdf', size: pdf.length }],
		});
	});

	test('has a link in its mail that opens this order and no other', async () => {
		await shop.invoiced(anOrder({ id: 'ord_link' }));
		await shop.seen('ord_link', 'email.confirmation_sent');
		const [mail] = await mailsOf('ord_link');
		const link = new URL(/https:\/\/shop\.example\/orders\/\S+/.exec(mail?.text ?? '')![0]);
		expect(link.pathname).toBe('/orders/ord_link');
		const token = link.searchParams.get('token') ?? '';
		expect(opensOrder(token, 'ord_link', testSecret, Date.now())).toBe(true);
		expect(opensOrder(token, 'ord_mail', testSecret, Date.now())).toBe(false);
		expect(mail?.html).toContain(`href="${link.href.replaceAll('&', '&#38;')}"`);
	});

	test('is confirmed once, however often it is announced', async () => {
		await shop.invoiced(anOrder({ id: 'ord_ten' }), 10);
		const reports = await shop.seen('ord_ten', 'email.confirmation_sent', 10);
		expect(new Set(reports.map(({ data }) => JSON.stringify(data))).size).toBe(1);
		expect(await mailsOf('ord_ten')).toHaveLength(1);
	});

	test("is reported with the server's reason when its recipient is refused for good, and not tried again", async () => {
		const customer = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@refused.example' };
		const order = anOrder({ id: 'ord_refused', customer });
		await shop.invoiced(order, 2);
		const reports = await shop.seen('ord_refused', 'email.confirmation_refused', 2);
		expect(reports[0]?.data).toEqual({
			orderId: 'ord_refused',
			reason: expect.stringContaining('There is no such mailbox here'),
		});
		expect(reports[1]?.data).toEqual(reports[0]?.data);
	});

	test.each([
		['two addresses', 'ada@example.com, eve@example.com'],
		['a header of its own', 'ada@example.com>\r\nBcc: <eve@example.com'],
		['no address', 'ada'],
	])('is not mailed to an address that is %s', async (what, email) => {
		const id = `ord_address_${what.length}`;
		await shop.invoiced(anOrder({ id, customer: { firstName: 'Ada', lastName: 'Lovelace', email } }));
		await shop.seen(id, 'email.confirmation_refused');
		expect(await mailsOf(id)).toEqual([]);
	});

	test('has a customer whose name cannot add headers or recipients', async () => {
		const customer = {
			firstName: 'Ada"\r\nBcc: eve@example.com\r\nX-Evil: 1\r\n\r\n',
			lastName: '<eve@example.com>, ',
			email: 'ada@example.com',
		};
		await shop.invoiced(anOrder({ id: 'ord_header', customer }));
		await shop.seen('ord_header', 'email.confirmation_sent');
		const [mail] = await mailsOf('ord_header');
		expect(mail?.to).toEqual(['ada@example.com']);
		expect(mail?.attachments).toHaveLength(1);
	});
});

describe('an order that is not paid', () => {
	test('has a mail for each card that was declined', async () => {
		await shop.declined(anOrder({ id: 'ord_declined', version: 3, attempt: 1 }), 'Your card has expired.');
		await shop.declined(anOrder({ id: 'ord_declined', version: 6, attempt: 2 }), 'Too little money.');
		await shop.settled();
		const mails = await mailsOf('ord_declined');
		expect(mails.map(({ messageId }) => messageId)).toEqual([
			'<declined.ord_declined.1@shop.example>',
			'<declined.ord_declined.2@shop.example>',
		]);
		expect(mails[1]?.text).toContain('Too little money.');
		expect(mails[1]?.attachments).toEqual([]);
	});

	test('has one mail when it is cancelled', async () => {
		await shop.cancelled(anOrder({ id: 'ord_cancelled' }));
		await shop.cancelled(anOrder({ id: 'ord_cancelled' }));
		await shop.settled();
		expect(await idsOf('ord_cancelled')).toEqual(['<cancelled.ord_cancelled@shop.example>']);
	});

	test('is not tried for ever where the server will not take its mail', async () => {
		const customer = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@refused.example' };
		await shop.declined(anOrder({ id: 'ord_unreachable', customer }));
		await shop.settled();
		expect(await shop.redis.xlen('orders.events.dead')).toBe(0);
		expect(await mailsOf('ord_unreachable')).toEqual([]);
	});
});

describe('a refunded order', () => {
	const attached = ({ attachments }: Mail) => attachments.map(({ name }) => name);
	const paid = { version: 5 };
	const paidBack = { version: 9, refundedAt: Date.UTC(2026, 10, 24) };

	test('has a mail with the credit note', async () => {
		await shop.invoiced(anOrder({ id: 'ord_refunded', ...paid }));
		await shop.credited(anOrder({ id: 'ord_refunded', ...paidBack }));
		await shop.settled();
		const [confirmation, refund] = await mailsOf('ord_refunded');
		expect(refund?.messageId).toBe('<refunded.ord_refunded@shop.example>');
		expect(attached(confirmation!)).toEqual(['invoice-2026-000042.pdf']);
		expect(attached(refund!)).toEqual(['credit-note-CN-2026-000007.pdf']);
	});

	test('has its invoice in that mail too when it was never confirmed, and is not confirmed later', async () => {
		await shop.credited(anOrder({ id: 'ord_early', ...paidBack }));
		await shop.settled();
		// It had waited with a replica that stalled.
		await shop.invoiced(anOrder({ id: 'ord_early', ...paid }));
		await shop.settled();
		const mails = await mailsOf('ord_early');
		expect(mails.map(attached)).toEqual([['credit-note-CN-2026-000007.pdf', 'invoice-2026-000042.pdf']]);
	});
});
