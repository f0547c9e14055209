import { eventually } from '@infinite-blob/testing/eventually';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OrdersFixture } from './orders-fixture.ts';
import { type OrderState, Shopper } from './shopper.ts';

let shop: OrdersFixture;
let shopper: Shopper;

beforeAll(async () => {
	shop = await OrdersFixture.start();
});
afterAll(() => shop[Symbol.asyncDispose]());
beforeEach(() => {
	shopper = new Shopper(shop);
});

describe('a charge that nobody waits for', () => {
	const states: OrderState[] = [
		...(['CANCELLED', 'DECLINED', 'PAID', 'INVOICED', 'COMPLETED'] as const),
		...(['REFUND_PENDING', 'REFUNDED'] as const),
	];

	it.each(states)('is paid back once when the order is %s, and leaves the order as it is', async (state) => {
		const id = await shopper.order(state);
		const before = await shop.stored(id);
		const refunds = async () =>
			(await shop.events(id)).filter(
				({ type, data }) => type === 'order.refund_requested' && data.chargeId === 'ch_late',
			);
		for (let i = 0; i < 3; i++) await shop.worker.succeed(id, 1, 'ch_late');
		await shopper.untilStored(id, {
			strayCharges: [{ chargeId: 'ch_late', attempt: 1, refundedAt: null }],
		});
		await shop.worker.refund(id, 'ch_late');
		await shopper.untilStored(id, { strayCharges: [{ refundedAt: expect.any(Number) }] });
		await shop.worker.succeed(id, 1, 'ch_late');
		await shop.worker.refund(id, 'ch_late');
		await lastReportApplied(id);

		expect(await refunds()).toHaveLength(1);
		const { status, payment, timeline } = before;
		expect(await shop.stored(id)).toMatchObject({ status, payment, timeline });
		expect(await shop.announced('order.refunded', id)).toBe(state === 'REFUNDED' ? 1 : 0);
	});

	it('of an earlier attempt is paid back while the next one pays', async () => {
		const id = await shopper.order('DECLINED');
		await shopper.retry(id);
		await shop.worker.requestCharge(id, 2);
		await shop.worker.succeed(id, 1, 'ch_first');
		await shop.worker.succeed(id, 2, 'ch_second');
		await shopper.untilStored(id, {
			status: 'PAID',
			payment: { chargeId: 'ch_second' },
			strayCharges: [{ chargeId: 'ch_first', attempt: 1 }],
		});
		expect(await shop.announced('order.refund_requested', id)).toBe(1);
	});

	it('is told from the order’s own when both are paid back', async () => {
		const id = await shopper.order('COMPLETED');
		await shop.worker.succeed(id, 1, 'ch_late');
		await shopper.untilStored(id, { strayCharges: [{ refundedAt: null }] });
		await shopper.refund(id);
		await shop.worker.refund(id, 'ch_late');
		await shopper.untilStored(id, {
			status: 'COMPLETED',
			strayCharges: [{ refundedAt: expect.any(Number) }],
		});
		await shop.worker.refund(id);
		await shopper.untilStored(id, { status: 'REFUNDED' });
		const requests = (await shop.events(id)).filter(({ type }) => type === 'order.refund_requested');
		expect(requests.map(({ data }) => data.chargeId)).toEqual(['ch_late', `ch_${id}`]);
	});

	it('of the paid attempt, told again, is no other charge', async () => {
		const id = await shopper.order('COMPLETED');
		await shop.worker.succeed(id);
		const marker = await lastReportApplied(id);
		const strays = (await shop.stored(id)).strayCharges ?? [];
		expect(strays.map(({ chargeId }) => chargeId)).toEqual([marker]);
	});
});

describe('a charge of an order that is not there', () => {
	it('goes to the dead letters, where a person finds it', async () => {
		await shop.worker.succeed('ord_nowhere');
		await eventually(async () => {
			const letters = await shop.redis.xrange('orders.events.dead', '-', '+');
			expect(JSON.stringify(letters)).toContain('ord_nowhere');
		});
	});
});

describe('the credit note', () => {
	it('is recorded on a refunded order and told of once', async () => {
		const id = await shopper.order('REFUNDED');
		const { timeline } = await shop.stored(id);
		for (let i = 0; i < 2; i++) await shop.worker.credit(id);
		await shopper.untilStored(id, { creditNote: { number: '2026-C000001', file: 'invoices/ord.pdf' } });
		await lastReportApplied(id);
		expect(await shop.stored(id)).toMatchObject({ status: 'REFUNDED', timeline });
		const told = (await shop.events(id)).filter(({ type }) => type === 'order.credited');
		expect(told.map(({ data }) => data)).toMatchObject([
			{ order: { id }, invoice: { number: '2026-000001' }, creditNote: { number: '2026-C000001' } },
		]);
	});

	it('brings the invoice of an order that was refunded before it had one', async () => {
		const id = await shopper.order('PAID');
		await shopper.refund(id);
		await shop.worker.refund(id);
		await shop.worker.credit(id);
		await shopper.untilStored(id, { status: 'REFUNDED', invoice: { number: '2026-000001' } });
		await shop.worker.invoice(id);
		await lastReportApplied(id);
		expect(await shop.announced('order.invoiced', id)).toBe(0);
		expect(await shop.announced('order.credited', id)).toBe(1);
	});

	it('is linked from the order', async () => {
		const id = await shopper.order('REFUNDED');
		expect((await shopper.refund(id)).order.creditNoteUrl).toBeNull();
		await shop.worker.credit(id);
		await eventually(async () =>
			expect((await shopper.refund(id)).order.creditNoteUrl).toMatch(
				/^http:\/\/gateway\.test\/files\/invoice\//,
			),
		);
	});
});

/** Reports of one order are applied in turn: when this one's effect shows, those before it have been. */
async function lastReportApplied(id: string): Promise<string> {
	await shop.worker.succeed(id, 99, 'ch_marker');
	await eventually(async () =>
		expect((await shop.stored(id)).strayCharges?.at(-1)?.chargeId).toBe('ch_marker'),
	);
	return 'ch_marker';
}
