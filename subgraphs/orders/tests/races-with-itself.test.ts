import { setTimeout as sleep } from 'node:timers/promises';
import { orderAccessToken } from '@infinite-blob/session/order-access';
import { testSecret } from '@infinite-blob/testing/subgraph-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OrdersFixture } from './orders-fixture.ts';
import { count, RaceTrack, times } from './race-track.ts';
import { codeOf, type OrderState, Shopper } from './shopper.ts';
import { testCheckout } from './test-order.ts';

let track: RaceTrack;
let shop: OrdersFixture;
let shopper: Shopper;

beforeAll(async () => {
	track = await RaceTrack.open();
	shop = track.shop;
});
afterAll(() => track[Symbol.asyncDispose]());
beforeEach(() => {
	shopper = new Shopper(shop);
});

describe('a command against itself, twenty at once', () => {
	it.each<[string, OrderState, (id: string) => Promise<any>, string]>([
		['cancelOrder', 'PLACED', (id) => shopper.cancel(id), 'order.cancelled'],
		['cancelOrder of a declined order', 'DECLINED', (id) => shopper.cancel(id), 'order.cancelled'],
		['retryPayment with one key', 'DECLINED', (id) => shopper.retry(id, 'one'), 'order.payment_retried'],
		['refundOrder', 'COMPLETED', (id) => shopper.refund(id), 'order.refund_requested'],
	])('%s happens once, and all are told that it has', async (_, state, run, event) => {
		const id = await shopper.order(state);
		const payloads = await track.race(...times(20, () => run(id)));
		expect(payloads.map(codeOf)).toEqual(Array(20).fill(undefined));
		expect(count(await track.expectWhole(id), event)).toBe(1);
	});

	it('retryPayment with twenty keys has one winner, and the others are told why', async () => {
		const id = await shopper.order('DECLINED');
		const payloads = await track.race(...times(20, (index) => shopper.retry(id, `key ${index}`)));
		const codes = payloads.map(codeOf);
		expect(count(codes, undefined)).toBe(1);
		expect(count(codes, 'NOT_RETRYABLE')).toBe(19);
		expect((await shop.stored(id)).attempts).toHaveLength(2);
		expect(count(await track.expectWhole(id), 'order.payment_retried')).toBe(1);
	});

	it('placeOrder with twenty keys for one cart has one winner, and the others are shown it', async () => {
		shop.checkout = testCheckout({ cartId: 'crt_race' });
		const payloads = await track.race(...times(20, () => shop.place(shopper.viewer)));
		const codes = payloads.map(codeOf);
		expect(count(codes, undefined)).toBe(1);
		expect(count(codes, 'ORDER_IN_PROGRESS')).toBe(19);
		const ids = new Set(payloads.map(({ order }) => order.id));
		expect(ids.size).toBe(1);
		expect(await track.announced([...ids][0])).toEqual(['order.placed']);
	});

	it('placeOrder with five keys for one cart and a coupon for one order: the others are shown the winner', async () => {
		shop.checkout = testCheckout({ cartId: 'crt_coupon', coupon: 'WELCOME10' });
		const asked: string[] = [];
		const allAsked = Promise.withResolvers<void>();
		shop.holdCoupon = async (orderId) => {
			if (asked.push(orderId) === 5) allAsked.resolve();
			await allAsked.promise;
			if (orderId !== asked[0]) return 'The coupon was used before.';
			// The winner is stored when all others were refused the coupon.
			await sleep(10);
			return null;
		};
		const payloads = await track.race(...times(5, () => shop.place(shopper.viewer)));
		const codes = payloads.map(codeOf);
		expect(count(codes, undefined)).toBe(1);
		expect(count(codes, 'ORDER_IN_PROGRESS')).toBe(4);
		expect(new Set(payloads.map(({ order }) => order?.id))).toEqual(new Set([asked[0]]));
	});

	it('placeOrder with one key and two inputs has one winner', async () => {
		shop.checkout = testCheckout({ cartId: 'crt_two_inputs' });
		const methods = ['pm_card_visa', 'pm_card_mastercard'];
		const payloads = await track.race(
			...times(20, (index) =>
				shop.place(shopper.viewer, { idempotencyKey: 'two', paymentMethod: methods[index % 2] }),
			),
		);
		const codes = payloads.map(codeOf);
		expect(count(codes, undefined)).toBe(10);
		expect(count(codes, 'IDEMPOTENCY_KEY_REUSED')).toBe(10);
	});

	it('claimOrder by twenty sessions lets all of them in', async () => {
		const id = await shopper.order('PAID');
		const token = orderAccessToken(id, testSecret);
		const claims = await track.race(
			...times(20, (index) =>
				shopper.command(`claimOrder(orderId: "${id}", token: "${token}")`, {
					kind: 'session',
					sessionId: `ses_claim_${index}`,
				}),
			),
		);
		expect(claims.map(codeOf)).toEqual(Array(20).fill(undefined));
		expect(new Set((await shop.stored(id)).viewers).size).toBe(21);
	});

	it('createDownload gives five links of a line, and no more', async () => {
		const id = await shopper.order('PAID');
		const line = `${id.replace('ord_', 'oln_')}_1`;
		const query = `mutation { createDownload(orderId: "${id}", lineId: "${line}") {
			download { remaining } userErrors { code } } }`;
		const answers = await track.race(...times(20, () => shop.ask(shopper.viewer, query)));
		const payloads = answers.map(({ data }) => data.createDownload);
		const remaining = payloads.flatMap(({ download }) => download?.remaining ?? []);
		expect(remaining.toSorted()).toEqual([0, 1, 2, 3, 4]);
		expect(count(payloads.map(codeOf), 'DOWNLOADS_USED_UP')).toBe(15);
	});
});
