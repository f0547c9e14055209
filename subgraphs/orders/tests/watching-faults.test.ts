import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startRedis } from '@infinite-blob/redis-embedded/start-redis';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { describe, expect, it } from 'vitest';
import { DeafProxy } from './deaf-proxy.ts';
import { OrdersFixture } from './orders-fixture.ts';
import { admin, Shopper } from './shopper.ts';
import { statusesUntilRest, watch } from './watch.ts';

async function reportEverything(shop: OrdersFixture, id: string): Promise<void> {
	for (const report of ['requestCharge', 'succeed', 'invoice', 'confirm'] as const)
		await shop.worker[report](id);
}

describe('whoever watches an order', () => {
	it('sees it rest within seconds, though nothing that is published arrives', async () => {
		await using stack = new AsyncDisposableStack();
		const redis = stack.use(await startTestRedis());
		const proxy = stack.use(await DeafProxy.start(redis.url));
		const shop = stack.use(await OrdersFixture.start(proxy.url));
		const shopper = new Shopper(shop);
		const id = await shopper.order();
		proxy.deaf = true;
		const seen = await statusesUntilRest(shop, shopper.viewer, id, (status) =>
			status === 'PLACED' ? reportEverything(shop, id) : undefined,
		);
		expect(seen.at(0)).toBe('PLACED');
		expect(seen.at(-1)).toBe('COMPLETED');
		expect(proxy.dropped).toBeGreaterThan(0);

		const refunds = statusesUntilRest(shop, shopper.viewer, await refundRequested(), () =>
			shop.worker.refund(id),
		);
		expect(await refunds).toEqual(['COMPLETED', 'REFUNDED']);

		async function refundRequested(): Promise<string> {
			await shopper.refund(id);
			return id;
		}
	});

	it('sees it rest after Redis has restarted, whether watching before, meanwhile or after', async () => {
		await using stack = new AsyncDisposableStack();
		const dir = await mkdtemp(path.join(tmpdir(), 'ib-orders-redis-'));
		stack.defer(() => rm(dir, { recursive: true }));
		let server = await startRedis({ dir });
		stack.defer(() => server.close());
		const { port, url } = server;
		const shop = stack.use(await OrdersFixture.start(url));
		const shopper = new Shopper(shop);
		const id = await shopper.order();

		const before = watch(shop, shopper.viewer, id);
		expect((await before.states.next()).value.data.orderStatusChanged.status).toBe('PLACED');
		await server.close();
		const metrics = await (await fetch(`${shop.url}/metrics`)).text();
		expect(metrics).toMatch(/^process_cpu/m);
		expect(metrics).not.toMatch(/^orders_overdue/m);
		const meanwhile = statusesUntilRest(shop, admin, id);
		server = await startRedis({ dir, port });
		await reportEverything(shop, id);

		const rest: string[] = [];
		for await (const { data } of before.states) rest.push(data.orderStatusChanged.status);
		await before.client.dispose();
		expect(rest.at(-1)).toBe('COMPLETED');
		expect((await meanwhile).at(-1)).toBe('COMPLETED');
		expect(await statusesUntilRest(shop, shopper.viewer, id)).toEqual(['COMPLETED']);
	});

	it('is let go at once when it is refunded, before the credit note is there', async () => {
		await using shop = await OrdersFixture.start();
		const shopper = new Shopper(shop);
		const id = await shopper.order('REFUNDED');
		expect(await statusesUntilRest(shop, shopper.viewer, id)).toEqual(['REFUNDED']);
		const late = await shopper.order('CANCELLED');
		await shop.worker.succeed(late, 1, 'ch_late');
		await shopper.untilStored(late, { strayCharges: [{}] });
		expect(await statusesUntilRest(shop, shopper.viewer, late)).toEqual(['CANCELLED']);
	});
});
