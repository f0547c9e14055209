import { eventually } from '@infinite-blob/testing/eventually';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOrder } from './an-order.ts';
import { InvoiceFixture } from './invoice-fixture.ts';

// A file of this process may have 4 KB, and an invoice has more: writing it fails in the middle, as on a full disk.
const withFullDisk = ['sh', '-c', 'ulimit -S -f 4; exec "$@"', 'sh'];

let server: TestRedis;
let shop: InvoiceFixture;

beforeAll(async () => {
	server = await startTestRedis();
	shop = await InvoiceFixture.on(server.url);
});

afterAll(async () => {
	await shop[Symbol.asyncDispose]();
	await server[Symbol.asyncDispose]();
});

test('on a full disk an event is tried again and again, leaves nothing half-written and keeps its number', async () => {
	await shop.pay(anOrder({ id: 'ord_full' }));
	{
		await using worker = shop.process({}, withFullDisk);
		worker.start();
		await eventually(
			() => expect(worker.said.match(/trying again/g)?.length).toBeGreaterThanOrEqual(3),
			15_000,
		);
		expect(worker.said).toMatch(/EFBIG|ENOSPC/);
		expect(await shop.files('invoices')).toEqual([]);
		expect(await shop.files('.drafts')).toEqual([]);
		expect(await shop.redis.get('invoice:number:ord_full')).toBe('2026-000001');
		expect(await shop.reports('invoice.issued', 'ord_full')).toEqual([]);
	}
	// The next order, handled by another replica that has room, must not get the same number.
	await shop.start({ REPLICA: '2' });
	await shop.pay(anOrder({ id: 'ord_next' }));
	expect(await shop.issued('ord_next', 1)).toMatchObject([{ invoiceNumber: '2026-000002' }]);
	// There is room again.
	await shop.start({ REPLICA: '1' });
	expect(await shop.issued('ord_full', 1)).toMatchObject([{ invoiceNumber: '2026-000001' }]);
	expect(await shop.files('invoices')).toEqual(['ord_full.pdf', 'ord_next.pdf']);
}, 40_000);
