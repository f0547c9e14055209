import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { append } from '@infinite-blob/events/append';
import { makeEvent, parseEnvelope } from '@infinite-blob/events/envelope';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { connectRedis, type Redis } from '@infinite-blob/redis/connect';
import { eventually } from '@infinite-blob/testing/eventually';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startInvoice } from '../src/start-invoice.ts';
import { anOrder } from './an-order.ts';

let server: TestRedis;
let redis: Redis;
let folder: string;
const workers: AsyncDisposable[] = [];

beforeAll(async () => {
	server = await startTestRedis();
	redis = await connectRedis(server.url, 'test');
	folder = await mkdtemp(path.join(tmpdir(), 'invoices-'));
	for (const REPLICA of ['1', '2'])
		workers.push(
			await startInvoice(
				{
					INVOICE_PORT: 0,
					HOST: '127.0.0.1',
					REDIS_URL: server.url,
					REPLICA,
					FILES_DIR: folder,
					SELLER_NAME: 'Infinite Blob',
					SELLER_ADDRESS: '8 Kiln Street, 1016 Claybridge',
					SELLER_EMAIL: 'hello@infinite-blob.example',
					SELLER_TAX_ID: '',
				},
				silentLogger,
			),
		);
});

afterAll(async () => {
	for (const worker of workers) await worker[Symbol.asyncDispose]();
	redis.disconnect();
	await server[Symbol.asyncDispose]();
	await rm(folder, { recursive: true });
});

async function pay(order: OrderSnapshot, times = 1): Promise<void> {
	for (let i = 0; i < times; i++)
		await append(redis, 'orders.events', makeEvent(orderPaid, order.id, { order }, 'test', Date.now()));
}

interface Issued {
	orderId: string;
	invoiceNumber: string;
	file: string;
	issuedAt: number;
}

/** What was reported, once there are at least so many reports of orders whose id begins like this. */
function issued(prefix: string, count: number): Promise<Issued[]> {
	return eventually(async () => {
		const events = (await redis.xrange('orders.events', '-', '+'))
			.map(([, fields]) => parseEnvelope(fields[1]!))
			.filter(({ type, subject }) => type === 'invoice.issued' && subject.startsWith(prefix));
		expect(events.length).toBeGreaterThanOrEqual(count);
		return events.map(({ data }) => data as Issued);
	}, 15_000);
}

test('a paid order gets an invoice with its number, stored as a PDF', async () => {
	await pay(anOrder({ id: 'ord_one' }));
	const [report] = await issued('ord_one', 1);
	expect(report).toEqual({
		orderId: 'ord_one',
		invoiceNumber: '2026-000001',
		file: 'invoices/ord_one.pdf',
		issuedAt: Date.UTC(2026, 10, 23, 10, 0, 1),
	});
	const pdf = await readFile(path.join(folder, 'invoices/ord_one.pdf'));
	const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
	expect(text).toContain('2026-000001');
	expect(text).toContain('Ada Lovelace');
});

test('twenty deliveries give one number and one file, which is not written again', async () => {
	await pay(anOrder({ id: 'ord_twenty' }));
	await issued('ord_twenty', 1);
	const file = path.join(folder, 'invoices/ord_twenty.pdf');
	const { mtimeMs } = await stat(file);
	// What is issued stands, whatever a later event says.
	await pay(anOrder({ id: 'ord_twenty', number: 'IB-999999' }), 19);
	const reports = await issued('ord_twenty', 20);
	expect(new Set(reports.map((report) => JSON.stringify(report))).size).toBe(1);
	expect((await stat(file)).mtimeMs).toBe(mtimeMs);
});

test('orders paid side by side get numbers without a gap, on any replica', async () => {
	const ids = Array.from({ length: 40 }, (_, index) => `ord_many_${index}`);
	await Promise.all(ids.map((id) => pay(anOrder({ id, paidAt: Date.UTC(2031, 0, 1) }), 2)));
	const reports = await issued('ord_many_', 80);
	const numbers = new Set(reports.map(({ invoiceNumber }) => invoiceNumber));
	const expected = ids.map((_, index) => `2031-${String(index + 1).padStart(6, '0')}`);
	expect([...numbers].sort()).toEqual(expected);
	expect((await readdir(path.join(folder, 'invoices'))).filter((name) => name.includes('draft'))).toEqual([]);
});

test('each year counts for itself, by the moment of payment in UTC', async () => {
	await pay(anOrder({ id: 'ord_year_a', paidAt: Date.UTC(2040, 11, 31, 23, 59, 59) }));
	await pay(anOrder({ id: 'ord_year_b', paidAt: Date.UTC(2041, 0, 1) }));
	const reports = await issued('ord_year_', 2);
	expect(reports.map(({ invoiceNumber }) => invoiceNumber).sort()).toEqual(['2040-000001', '2041-000001']);
});
