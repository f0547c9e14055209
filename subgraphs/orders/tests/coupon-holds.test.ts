import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { OrdersFixture } from './orders-fixture.ts';
import { codeOf, Shopper } from './shopper.ts';

let shop: OrdersFixture;
let shopper: Shopper;

beforeAll(async () => {
	shop = await OrdersFixture.start();
});
afterAll(() => shop[Symbol.asyncDispose]());
beforeEach(() => {
	shopper = new Shopper(shop);
	shop.reservations.length = 0;
});

it('holds the coupon for the version that the order comes to, when it is placed and at each retry', async () => {
	const id = await shopper.order('DECLINED', 'WELCOME10');
	expect(codeOf(await shopper.retry(id))).toBeUndefined();
	expect(codeOf(await shopper.retry(id))).toBeUndefined();
	const { version } = await shop.stored(id);
	expect(shop.reservations).toEqual([`${id} 1`, `${id} ${version}`]);
});

it('holds the coupon anew for a retry during which the order was retried and declined by another', async () => {
	const id = await shopper.order('DECLINED', 'WELCOME10');
	shop.holdCoupon = async () => {
		shop.holdCoupon = async () => null;
		await shopper.retry(id, 'faster');
		await shop.worker.requestCharge(id, 2);
		await shop.worker.decline(id, 2);
		await shopper.untilStored(id, { status: 'DECLINED' });
		return null;
	};
	expect(codeOf(await shopper.retry(id, 'slower'))).toBeUndefined();
	const { version, attempts } = await shop.stored(id);
	expect(attempts).toHaveLength(3);
	expect(shop.reservations.at(-1)).toBe(`${id} ${version}`);
});
