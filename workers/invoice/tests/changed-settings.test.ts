import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textOf } from './an-invoice.ts';
import { anOrder } from './an-order.ts';
import { InvoiceFixture } from './invoice-fixture.ts';

let server: TestRedis;
let shop: InvoiceFixture;

beforeEach(async () => {
	server = await startTestRedis();
	shop = await InvoiceFixture.on(server.url);
});

afterEach(async () => {
	await shop[Symbol.asyncDispose]();
	await server[Symbol.asyncDispose]();
});

const text = async (file: string) => (await textOf(await readFile(path.join(shop.folder, file)))).text;

test('the tax of the day an invoice was issued stays, on its credit note too', async () => {
	const before = await shop.start({ TAX_NAME: 'VAT', TAX_RATE: 21 });
	await shop.pay(anOrder({ id: 'ord_tax' }));
	const [invoice] = await shop.issued('ord_tax', 1);
	expect(await text(invoice!.file)).toContain('of which 21 % VAT $10.31');
	await before[Symbol.asyncDispose]();

	await shop.start({ TAX_NAME: 'GST', TAX_RATE: 9 });
	await shop.refund(anOrder({ id: 'ord_tax', refundedAt: Date.UTC(2026, 11, 1) }));
	await shop.pay(anOrder({ id: 'ord_new' }));
	const [note] = await shop.credited('ord_tax', 1);
	expect(await text(note!.file)).toContain('of which 21 % VAT $10.31');
	const [later] = await shop.issued('ord_new', 1);
	expect(await text(later!.file)).toContain('of which 9 % GST $4.90');
});

test('without a rate there is no line of tax', async () => {
	await shop.start();
	await shop.pay(anOrder({ id: 'ord_plain' }));
	const [invoice] = await shop.issued('ord_plain', 1);
	expect(await text(invoice!.file)).not.toContain('of which');
});

test('a file that got lost is printed again as it was, whatever the settings are now', async () => {
	const before = await shop.start({ SELLER_NAME: 'Infinite Blob', TAX_RATE: 21 });
	await shop.pay(anOrder({ id: 'ord_lost' }));
	const { file } = (await shop.issued('ord_lost', 1))[0]!;
	const issued = await readFile(path.join(shop.folder, file));
	await before[Symbol.asyncDispose]();
	await rm(path.join(shop.folder, file));

	await shop.start({ SELLER_NAME: 'Finite Blob', TAX_RATE: 9 });
	await shop.pay(anOrder({ id: 'ord_lost' }));
	await shop.issued('ord_lost', 2);
	expect(Buffer.compare(await readFile(path.join(shop.folder, file)), issued)).toBe(0);
});
