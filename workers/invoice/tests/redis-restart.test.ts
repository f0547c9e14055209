import { eventually } from '@infinite-blob/testing/eventually';
import { KillableRedis } from '@infinite-blob/testing/killable-redis';
import { expect, test } from 'vitest';
import { anOrder } from './an-order.ts';
import { InvoiceFixture, numbers } from './invoice-fixture.ts';

test('Redis killed in the middle costs no invoice, no number and no gap', async () => {
	await using redis = await KillableRedis.start();
	await using shop = await InvoiceFixture.on(redis.url);
	for (const REPLICA of ['1', '2']) await shop.start({ REPLICA });

	const paidAt = Date.UTC(2037, 0, 1);
	const ids = Array.from({ length: 60 }, (_, index) => `ord_${index}`);
	for (const id of ids) await shop.pay(anOrder({ id, paidAt }));
	for (const target of [5, 20, 35]) {
		await eventually(async () => {
			expect(Number(await shop.redis.get('invoice:counter:2037'))).toBeGreaterThanOrEqual(target);
		}, 15_000);
		await redis.kill();
		await redis.start();
	}

	await eventually(async () => {
		const reports = await shop.reports<{ orderId: string }>('invoice.issued', 'ord_');
		expect(new Set(reports.map(({ orderId }) => orderId)).size).toBe(ids.length);
	}, 20_000);
	const reports = await shop.issued('ord_', ids.length);
	const pairs = new Set(reports.map(({ orderId, invoiceNumber }) => `${orderId} ${invoiceNumber}`));
	expect(pairs.size).toBe(ids.length);
	const given = [...pairs].map((pair) => pair.split(' ')[1]);
	expect(given.toSorted()).toEqual(numbers('2037-', ids.length));
	expect(await shop.files('invoices')).toEqual(ids.map((id) => `${id}.pdf`).toSorted());
}, 60_000);
