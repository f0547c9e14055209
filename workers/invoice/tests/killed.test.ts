import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '@infinite-blob/testing/eventually';
import type { KillableProcess } from '@infinite-blob/testing/killable-process';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textOf } from './an-invoice.ts';
import { anOrder } from './an-order.ts';
import { InvoiceFixture, numbers } from './invoice-fixture.ts';

const orders = 80;
const kills = 4;
const at = { paidAt: Date.UTC(2035, 0, 1), refundedAt: Date.UTC(2036, 0, 1) };

let server: TestRedis;
let shop: InvoiceFixture;
let workers: KillableProcess[];

beforeEach(async () => {
	server = await startTestRedis();
	shop = await InvoiceFixture.on(server.url);
	workers = [shop.process({ REPLICA: '1' }), shop.process({ REPLICA: '2' })];
});

afterEach(async () => {
	for (const worker of workers) await worker[Symbol.asyncDispose]();
	await shop[Symbol.asyncDispose]();
	await server[Symbol.asyncDispose]();
});

test('replicas that are killed in the middle leave no gap, no second number, and no half file', async () => {
	for (let i = 0; i < orders; i++) {
		const paid = anOrder({ id: `ord_${i}`, paidAt: at.paidAt });
		const refunded = anOrder({ id: `ord_${i}`, ...at });
		if (i % 2) await shop.pay(paid);
		await shop.refund(refunded);
		if (i % 2 === 0) await shop.pay(paid);
	}
	for (const worker of workers) worker.start();
	for (let kill = 0; kill < kills; kill++) {
		// Numbers are given at this moment, while files are written and reports sent.
		const target = Number(await shop.redis.get('invoice:counter:2035')) + orders / (kills + 2);
		await eventually(async () => {
			expect(Number(await shop.redis.get('invoice:counter:2035'))).toBeGreaterThanOrEqual(target);
		}, 30_000);
		const victim = workers[kill % 2]!;
		await victim.kill();
		victim.start();
	}

	await eventually(async () => {
		const pending = (await shop.redis.xpending('orders.events', 'invoice')) as [count: number];
		const invoices = await shop.reports<{ orderId: string }>('invoice.issued', 'ord_');
		const notes = await shop.reports<{ orderId: string }>('invoice.credit_note_issued', 'ord_');
		expect(new Set(invoices.map(({ orderId }) => orderId)).size).toBe(orders);
		expect(new Set(notes.map(({ orderId }) => orderId)).size).toBe(orders);
		expect(pending[0]).toBe(0);
	}, 30_000);

	const invoiceOf = new Map<string, string>();
	for (const { orderId, invoiceNumber } of await shop.issued('ord_', orders)) {
		expect(invoiceOf.get(orderId) ?? invoiceNumber).toBe(invoiceNumber);
		invoiceOf.set(orderId, invoiceNumber);
	}
	const noteOf = new Map<string, string>();
	for (const { orderId, creditNoteNumber, invoice } of await shop.credited('ord_', orders)) {
		expect(noteOf.get(orderId) ?? creditNoteNumber).toBe(creditNoteNumber);
		expect(invoice.number).toBe(invoiceOf.get(orderId));
		noteOf.set(orderId, creditNoteNumber);
	}
	expect([...invoiceOf.values()].toSorted()).toEqual(numbers('2035-', orders));
	expect([...noteOf.values()].toSorted()).toEqual(numbers('CN-2036-', orders));
	expect(await shop.files('invoices')).toEqual([...invoiceOf.keys()].map((id) => `${id}.pdf`).toSorted());
	for (const [id, number] of invoiceOf) {
		const invoice = await textOf(await readFile(path.join(shop.folder, `invoices/${id}.pdf`)));
		expect(invoice.text).toContain(`Invoice no. ${number}`);
		const note = await textOf(await readFile(path.join(shop.folder, `credit-notes/${id}.pdf`)));
		expect(note.text).toContain(`Credit note no. ${noteOf.get(id)}`);
	}
}, 90_000);
