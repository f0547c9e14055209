import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from './an-invoice.ts';
import { anOrder } from './an-order.ts';
import { InvoiceFixture, numbers } from './invoice-fixture.ts';

let server: TestRedis;
let shop: InvoiceFixture;

beforeAll(async () => {
	server = await startTestRedis();
	shop = await InvoiceFixture.on(server.url);
	for (const REPLICA of ['1', '2']) await shop.start({ REPLICA });
});

afterAll(async () => {
	await shop[Symbol.asyncDispose]();
	await server[Symbol.asyncDispose]();
});

test('a paid order gets an invoice with its number, stored as a PDF', async () => {
	await shop.pay(anOrder({ id: 'ord_one' }));
	const [report] = await shop.issued('ord_one', 1);
	expect(report).toEqual({
		orderId: 'ord_one',
		invoiceNumber: '2026-000001',
		file: 'invoices/ord_one.pdf',
		issuedAt: Date.UTC(2026, 10, 23, 10, 0, 1),
	});
	const { text } = await textOf(await readFile(path.join(shop.folder, 'invoices/ord_one.pdf')));
	expect(text).toContain('2026-000001');
	expect(text).toContain('Ada Lovelace');
});

test('twenty deliveries give one number and one file, which is not written again', async () => {
	await shop.pay(anOrder({ id: 'ord_twenty' }));
	await shop.issued('ord_twenty', 1);
	const file = path.join(shop.folder, 'invoices/ord_twenty.pdf');
	const { mtimeMs, ino } = await stat(file);
	// What is issued stands, whatever a later event says.
	for (let i = 0; i < 19; i++) await shop.pay(anOrder({ id: 'ord_twenty', number: 'IB-999999' }));
	const reports = await shop.issued('ord_twenty', 20);
	expect(new Set(reports.map((report) => JSON.stringify(report))).size).toBe(1);
	expect(await stat(file)).toMatchObject({ mtimeMs, ino });
});

test('orders paid side by side get numbers without a gap, on any replica', async () => {
	const ids = Array.from({ length: 40 }, (_, index) => `ord_many_${index}`);
	const order = (id: string) => anOrder({ id, paidAt: Date.UTC(2031, 0, 1) });
	await Promise.all(ids.flatMap((id) => [shop.pay(order(id)), shop.pay(order(id))]));
	const reports = await shop.issued('ord_many_', 80);
	const given = new Set(reports.map(({ invoiceNumber }) => invoiceNumber));
	expect([...given].toSorted()).toEqual(numbers('2031-', 40));
	expect(await shop.files('.drafts')).toEqual([]);
});

test('each year counts for itself, by the moment of payment in UTC', async () => {
	await shop.pay(anOrder({ id: 'ord_year_a', paidAt: Date.UTC(2040, 11, 31, 23, 59, 59) }));
	await shop.pay(anOrder({ id: 'ord_year_b', paidAt: Date.UTC(2041, 0, 1) }));
	const reports = await shop.issued('ord_year_', 2);
	expect(reports.map(({ invoiceNumber }) => invoiceNumber).sort()).toEqual(['2040-000001', '2041-000001']);
});
