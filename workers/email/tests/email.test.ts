import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { append } from '@infinite-blob/events/append';
import { type Envelope, makeEvent, parseEnvelope } from '@infinite-blob/events/envelope';
import { orderInvoiced } from '@infinite-blob/events/orders/order-invoiced';
import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { diskStore } from '@infinite-blob/files/disk-store';
import type { Mail } from '@infinite-blob/mail-catcher/mail';
import { type MailCatcher, startMailCatcher } from '@infinite-blob/mail-catcher/start-mail-catcher';
import { connectRedis, type Redis } from '@infinite-blob/redis/connect';
import { opensOrder } from '@infinite-blob/session/order-access';
import { eventually } from '@infinite-blob/testing/eventually';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { testSecret } from '@infinite-blob/testing/subgraph-client';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmail } from '../src/start-email.ts';
import { anOrder } from './an-order.ts';

const pdf = Buffer.from('%PDF-1.7 an invoice');

let server: TestRedis;
let redis: Redis;
let folder: string;
let catcher: MailCatcher;
let worker: AsyncDisposable;

beforeAll(async () => {
	server = await startTestRedis();
	redis = await connectRedis(server.url, 'test');
	folder = await mkdtemp(path.join(tmpdir(), 'email-'));
	catcher = await startCatcher(0);
	worker = await startEmail(
		{
			EMAIL_PORT: 0,
			HOST: '127.0.0.1',
			REDIS_URL: server.url,
			REPLICA: '1',
			FILES_DIR: folder,
			LINK_SECRET: testSecret,
			PUBLIC_STOREFRONT_URL: 'https://shop.example',
			MAIL_FROM: 'Infinite Blob <orders@shop.example>',
			SMTP_URL: catcher.smtpUrl,
		},
		silentLogger,
	);
});

afterAll(async () => {
	await worker[Symbol.asyncDispose]();
	await catcher[Symbol.asyncDispose]();
	redis.disconnect();
	await server[Symbol.asyncDispose]();
	await rm(folder, { recursive: true });
});

function startCatcher(smtpPort: number): Promise<MailCatcher> {
	const mails = path.join(folder, 'mail');
	return startMailCatcher({ host: '127.0.0.1', smtpPort, uiPort: 0, folder: mails, logger: silentLogger });
}

/** Announces that the order has its invoice, which is in the file store already. */
async function invoice(order: OrderSnapshot, times = 1): Promise<void> {
	const file = `invoices/${order.id}.pdf`;
	await diskStore(folder).put(file, pdf);
	const data = { order, invoice: { number: '2026-000042', file } };
	for (let i = 0; i < times; i++)
		await append(redis, 'orders.events', makeEvent(orderInvoiced, order.id, data, 'test', Date.now()));
}

function seen(orderId: string, type: string, count = 1): Promise<Envelope[]> {
	return eventually(async () => {
		const events = (await redis.xrange('orders.events', '-', '+'))
			.map(([, fields]) => parseEnvelope(fields[1]!))
			.filter((event) => event.subject === orderId && event.type === type);
		expect(events.length).toBeGreaterThanOrEqual(count);
		return events;
	}, 15_000);
}

async function mailsOf(orderId: string): Promise<Mail[]> {
	const mails = (await (await fetch(`${catcher.url}/api/mails`)).json()) as Mail[];
	return mails.filter(({ messageId }) => messageId === `<confirmation.${orderId}@shop.example>`);
}

test('an invoiced order is confirmed by a mail with the invoice attached', async () => {
	await invoice(anOrder({ id: 'ord_mail' }));
	const [report] = await seen('ord_mail', 'email.confirmation_sent');
	expect(report?.data).toEqual({ orderId: 'ord_mail', messageId: '<confirmation.ord_mail@shop.example>' });
	const [mail] = await mailsOf('ord_mail');
	expect(mail).toMatchObject({
		from: 'orders@shop.example',
		to: ['ada@example.com'],
		subject: 'Your order IB-000123 at Infinite Blob',
		text: expect.stringContaining('Thank you, Ada!'),
		html: expect.stringContaining('Paper Hills at Dusk'),
		attachments: [{ name: 'invoice-2026-000042.pdf', type: 'application/pdf', size: pdf.length }],
	});
});

test("the mail's link opens its order and no other", async () => {
	await invoice(anOrder({ id: 'ord_link' }));
	await seen('ord_link', 'email.confirmation_sent');
	const [mail] = await mailsOf('ord_link');
	const link = new URL(/https:\/\/shop\.example\/orders\/\S+/.exec(mail?.text ?? '')![0]);
	expect(link.pathname).toBe('/orders/ord_link');
	const token = link.searchParams.get('token') ?? '';
	expect(opensOrder(token, 'ord_link', testSecret, Date.now())).toBe(true);
	expect(opensOrder(token, 'ord_mail', testSecret, Date.now())).toBe(false);
	expect(mail?.html).toContain(`href="${link.href.replaceAll('&', '&#38;')}"`);
});

test('ten deliveries send one mail', async () => {
	await invoice(anOrder({ id: 'ord_ten' }), 10);
	const reports = await seen('ord_ten', 'email.confirmation_sent', 10);
	expect(new Set(reports.map(({ data }) => JSON.stringify(data))).size).toBe(1);
	expect(await mailsOf('ord_ten')).toHaveLength(1);
});

test("a recipient refused for good is reported with the server's reason", async () => {
	const customer = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@refused.example' };
	await invoice(anOrder({ id: 'ord_refused', customer }));
	const [report] = await seen('ord_refused', 'email.confirmation_refused');
	expect(report?.data).toEqual({
		orderId: 'ord_refused',
		reason: expect.stringContaining('There is no such mailbox here'),
	});
});

test.each([
	['two addresses', 'ada@example.com, eve@example.com'],
	['a header of its own', 'ada@example.com>\r\nBcc: <eve@example.com'],
	['no address', 'ada'],
])('an address that is %s is refused and nothing is sent', async (what, email) => {
	const id = `ord_address_${what.length}`;
	await invoice(anOrder({ id, customer: { firstName: 'Ada', lastName: 'Lovelace', email } }));
	await seen(id, 'email.confirmation_refused');
	expect(await mailsOf(id)).toEqual([]);
});

test('a name cannot add headers or recipients', async () => {
	const customer = {
		firstName: 'Ada"\r\nBcc: eve@example.com\r\nX-Evil: 1\r\n\r\n',
		lastName: '<eve@example.com>, ',
		email: 'ada@example.com',
	};
	await invoice(anOrder({ id: 'ord_header', customer }));
	await seen('ord_header', 'email.confirmation_sent');
	const [mail] = await mailsOf('ord_header');
	expect(mail?.to).toEqual(['ada@example.com']);
	expect(mail?.attachments).toHaveLength(1);
});

test('mail waits for a mail server that is away', async () => {
	const port = catcher.smtpPort;
	await catcher[Symbol.asyncDispose]();
	await invoice(anOrder({ id: 'ord_down' }));
	await new Promise((resolve) => setTimeout(resolve, 500));
	expect(await redis.exists('email:sent:<confirmation.ord_down@shop.example>')).toBe(0);
	catcher = await startCatcher(port);
	await seen('ord_down', 'email.confirmation_sent');
	expect(await mailsOf('ord_down')).toHaveLength(1);
});
