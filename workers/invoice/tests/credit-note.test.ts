import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from './an-invoice.ts';
import { anOrder } from './an-order.ts';
import { InvoiceFixture, numbers } from './invoice-fixture.ts';

const refundedAt = Date.UTC(2026, 10, 25, 9);

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

/** The order as it is once it was paid back: of a later version than when it was paid. */
function refunded(id: string, change: Partial<OrderSnapshot> = {}): OrderSnapshot {
	return anOrder({ id, version: 7, refundedAt, ...change });
}

const text = async (file: string) => (await textOf(await readFile(path.join(shop.folder, file)))).text;

test('a refunded order gets a credit note of its own number for its invoice', async () => {
	await shop.pay(anOrder({ id: 'ord_back' }));
	const [invoice] = await shop.issued('ord_back', 1);
	await shop.refund(refunded('ord_back'));
	const [note] = await shop.credited('ord_back', 1);
	expect(note).toEqual({
		orderId: 'ord_back',
		creditNoteNumber: 'CN-2026-000001',
		file: 'credit-notes/ord_back.pdf',
		issuedAt: refundedAt,
		invoice: { number: invoice!.invoiceNumber, file: 'invoices/ord_back.pdf' },
	});
	const printed = await text(note!.file);
	expect(printed).toContain('Credit note no. CN-2026-000001');
	expect(printed).toContain(`For invoice ${invoice!.invoiceNumber} of November 23, 2026`);
	expect(printed).toContain('$59.40 went back on November 25, 2026 to the card ending in 4242.');
});

test('a refund that is handled before the payment makes the same invoice', async () => {
	await shop.refund(refunded('ord_early'));
	const [note] = await shop.credited('ord_early', 1);
	const file = path.join(shop.folder, note!.invoice.file);
	const before = await readFile(file);
	expect((await textOf(before)).text).toContain('Received on November 23, 2026');
	expect(await shop.reports('invoice.issued', 'ord_early')).toEqual([]);
	await shop.pay(anOrder({ id: 'ord_early' }));
	const [invoice] = await shop.issued('ord_early', 1);
	expect(invoice).toEqual({
		orderId: 'ord_early',
		invoiceNumber: note!.invoice.number,
		file: note!.invoice.file,
		issuedAt: anOrder().paidAt,
	});
	expect(Buffer.compare(await readFile(file), before)).toBe(0);
});

test('payment and refund at once, often and on two replicas, give one invoice and one credit note each', async () => {
	const ids = Array.from({ length: 30 }, (_, index) => `ord_race_${index}`);
	const paidAt = Date.UTC(2033, 5, 1);
	const at = { paidAt, refundedAt: Date.UTC(2034, 0, 1) };
	await Promise.all(
		ids.flatMap((id, index) => {
			const pay = () => shop.pay(anOrder({ id, paidAt }));
			const refund = () => shop.refund(refunded(id, at));
			return index % 2 ? [pay(), refund(), pay(), refund()] : [refund(), pay(), refund(), pay()];
		}),
	);
	const invoices = await shop.issued('ord_race_', 60);
	const notes = await shop.credited('ord_race_', 60);
	const distinct = (reports: unknown[]) => new Set(reports.map((report) => JSON.stringify(report)));
	expect(distinct(invoices).size).toBe(30);
	expect(distinct(notes).size).toBe(30);
	const numberOf = new Map(invoices.map(({ orderId, invoiceNumber }) => [orderId, invoiceNumber]));
	for (const { orderId, invoice } of notes) expect(invoice.number).toBe(numberOf.get(orderId));
	expect([...numberOf.values()].toSorted()).toEqual(numbers('2033-', 30));
	const given = new Set(notes.map(({ creditNoteNumber }) => creditNoteNumber));
	expect([...given].toSorted()).toEqual(numbers('CN-2034-', 30));
	expect(await shop.files('.drafts')).toEqual([]);
});

test('twenty deliveries give one credit note, whose file is not written again', async () => {
	await shop.refund(refunded('ord_often'));
	const [note] = await shop.credited('ord_often', 1);
	const { mtimeMs, ino } = await stat(path.join(shop.folder, note!.file));
	for (let i = 0; i < 19; i++) await shop.refund(refunded('ord_often', { refundedAt: refundedAt + 1 }));
	const reports = await shop.credited('ord_often', 20);
	expect(new Set(reports.map((report) => JSON.stringify(report))).size).toBe(1);
	expect(await stat(path.join(shop.folder, note!.file))).toMatchObject({ mtimeMs, ino });
});
