import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OrdersFixture } from './orders-fixture.ts';
import { count, RaceTrack, times } from './race-track.ts';
import { codeOf, type OrderState, Shopper } from './shopper.ts';

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

/** Again, until both sides have won and a few times at least. */
async function untilBothWin(round: (index: number) => Promise<unknown>): Promise<void> {
	const winners = new Set<unknown>();
	for (let index = 0; index < 10 || winners.size < 2; index++) {
		// A race that one side always wins is none.
		expect(index).toBeLessThan(200);
		winners.add(await round(index));
	}
}

describe('a command against its opposite, in many interleavings', () => {
	it('cancelOrder against the claim to charge: cancelled and never charged, or charged and not cancelled', async () => {
		await untilBothWin(async () => {
			const id = await shopper.order('PLACED');
			const [cancelled] = await track.race<any>(
				() => shopper.cancel(id),
				() => shop.worker.requestCharge(id),
			);
			await track.settled();
			const { status, payment } = await shop.stored(id);
			const told = await track.expectWhole(id);
			if (codeOf(cancelled) === undefined) {
				expect([status, payment.status]).toEqual(['CANCELLED', 'PENDING']);
				expect(told).toEqual(['order.placed', 'order.cancelled']);
			} else {
				expect(codeOf(cancelled)).toBe('NOT_CANCELLABLE');
				expect([status, payment.status]).toEqual(['PLACED', 'PROCESSING']);
				expect(told).toEqual(['order.placed', 'payment.charge_granted']);
			}
			return status;
		});
	});

	it('retryPayment against cancelOrder: one of them, or the retry and then the cancellation', async () => {
		await untilBothWin(async () => {
			const id = await shopper.order('DECLINED');
			const [retried, cancelled] = (
				await track.race<any>(
					() => shopper.retry(id),
					() => shopper.cancel(id),
				)
			).map(codeOf);
			const { status } = await shop.stored(id);
			const told = (await track.expectWhole(id)).slice(3);
			expect(status).toBe('CANCELLED');
			expect(cancelled).toBeUndefined();
			if (retried) {
				expect(retried).toBe('NOT_RETRYABLE');
				expect(told).toEqual(['order.cancelled']);
			} else expect(told).toEqual(['order.payment_retried', 'order.cancelled']);
			return String(retried);
		});
	});

	it('retryPayment against another key, and both against cancelOrder', async () => {
		for (let round = 0; round < 15; round++) {
			const id = await shopper.order('DECLINED');
			const [first, second, cancelled] = (
				await track.race<any>(
					() => shopper.retry(id, 'first'),
					() => shopper.retry(id, 'second', 'pm_card_mastercard'),
					() => shopper.cancel(id),
				)
			).map(codeOf);
			expect(cancelled).toBeUndefined();
			expect(count([first, second], undefined)).toBeLessThanOrEqual(1);
			expect(count(await track.expectWhole(id), 'order.cancelled')).toBe(1);
		}
	});

	it('refundOrder against the charge: paid and being paid back, or not paid yet', async () => {
		await untilBothWin(async () => {
			const id = await shopper.order('PROCESSING');
			const [refunded] = await track.race<any>(
				() => shopper.refund(id),
				() => shop.worker.succeed(id),
			);
			await shopper.untilStored(id, { status: 'PAID' });
			const { payment } = await shop.stored(id);
			const told = await track.expectWhole(id);
			const won = codeOf(refunded) === undefined;
			if (!won) expect(codeOf(refunded)).toBe('NOT_REFUNDABLE');
			expect(payment.status).toBe(won ? 'REFUND_PENDING' : 'SUCCEEDED');
			expect(count(told, 'order.refund_requested')).toBe(won ? 1 : 0);
			return String(won);
		});
	});

	it.each<[string, OrderState, 'invoice' | 'confirm', string]>([
		['the invoice', 'PAID', 'invoice', 'order.invoiced'],
		['the confirmation', 'INVOICED', 'confirm', 'order.completed'],
	])(
		'refundOrder and the refund against %s: paid back once, told in order',
		async (_, state, report, event) => {
			const outcomes = new Set<string>();
			for (let round = 0; round < 15; round++) {
				const id = await shopper.order(state);
				const [refunded] = await track.race<any>(
					async () => {
						const payload = await shopper.refund(id);
						if (round % 2) await shop.worker.refund(id);
						return payload;
					},
					() => shop.worker[report](id),
				);
				if (round % 2 === 0) await shop.worker.refund(id);
				expect(codeOf(refunded)).toBeUndefined();
				await shopper.untilStored(id, { status: 'REFUNDED', payment: { status: 'REFUNDED' } });
				await track.settled();
				const told = await track.expectWhole(id);
				expect(count(told, 'order.refunded')).toBe(1);
				expect(count(told, event)).toBeLessThanOrEqual(1);
				// An invoice that came too late to be told of is on record all the same.
				expect((await shop.stored(id)).invoice).not.toBeNull();
				outcomes.add(told.includes(event) ? 'before' : 'after');
			}
			expect(outcomes.size).toBeGreaterThanOrEqual(1);
		},
	);

	it('success against decline of one attempt, each reported twenty times: one of them, and money goes back', async () => {
		for (let round = 0; round < 5; round++) {
			const id = await shopper.order('PROCESSING');
			await track.race<unknown>(
				...times(20, () => shop.worker.succeed(id)),
				...times(20, () => shop.worker.decline(id)),
			);
			await track.settled();
			const { status, strayCharges = [] } = await shop.stored(id);
			const told = await track.expectWhole(id);
			const paid = count(told, 'order.paid');
			expect(paid + count(told, 'order.declined')).toBe(1);
			expect(status).toBe(paid ? 'PAID' : 'DECLINED');
			expect(strayCharges).toHaveLength(paid ? 0 : 1);
		}
	});
});
