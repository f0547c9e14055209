import { randomUUID } from 'node:crypto';
import { eventually } from '@infinite-blob/testing/eventually';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { runOperation } from '../src/operations/run-operation.ts';
import { OrdersFixture } from './orders-fixture.ts';
import { testCheckout } from './test-order.ts';

let shop: OrdersFixture;
beforeAll(async () => {
	shop = await OrdersFixture.start();
});
afterAll(async () => {
	vi.unstubAllEnvs();
	await shop[Symbol.asyncDispose]();
});

async function placed(): Promise<string> {
	shop.checkout = testCheckout({ cartId: `crt_${randomUUID()}` });
	const { order } = await shop.place({ kind: 'session', sessionId: 'ses_1' });
	return order.id;
}

async function paid(): Promise<string> {
	const id = await placed();
	await shop.worker.requestCharge(id);
	await eventually(async () => expect(await shop.announced('payment.charge_granted', id)).toBe(1));
	await shop.worker.succeed(id);
	await eventually(async () => expect(await shop.announced('order.paid', id)).toBe(1));
	return id;
}

async function purchases(): Promise<{ code: number; lines: string[] }> {
	vi.stubEnv('REDIS_URL', shop.redisUrl);
	const lines: string[] = [];
	const code = await runOperation(
		['purchases'],
		(text = '') => lines.push(...text.split('\n')),
		console.error,
	);
	return { code, lines };
}

it('npm run orders -- purchases tells what each order that was ever paid bought, once, and not a word of whom', async () => {
	expect(await purchases()).toEqual({ code: 0, lines: [] });
	const first = await paid();
	const waiting = await placed();
	const refunded = await paid();
	await shop.ask(
		{ kind: 'admin' },
		'mutation ($id: ID!) { refundOrder(orderId: $id) { userErrors { code } } }',
		{ id: refunded },
	);
	// Between two pages.
	await shop.redis.incrby('orders:sequence', 1_000);
	const last = await paid();

	const { lines } = await purchases();
	const told = lines.map((line) => JSON.parse(line));
	expect(told.map(({ orderId }) => orderId)).toEqual([first, refunded, last]);
	expect(lines.join()).not.toContain(waiting);
	const { payment } = await shop.stored(first);
	expect(told[0]).toEqual({
		orderId: first,
		paidAt: payment.chargedAt,
		lines: [
			{ productId: 'prd_a', quantity: 1 },
			{ productId: 'prd_b', quantity: 2 },
		],
	});
});
