import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OrdersFixture } from './orders-fixture.ts';
import { codeOf, type OrderState, Shopper } from './shopper.ts';
import { testCheckout } from './test-order.ts';

let shop: OrdersFixture;
let shopper: Shopper;
/** Where requests may go: replicas race each other as well. */
let urls: string[];

beforeAll(async () => {
	shop = await OrdersFixture.start();
	urls = [shop.url, (await shop.startReplica({ REPLICA: '2' })).url];
});
afterAll(() => shop[Symbol.asyncDispose]());
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

/** Runs all at once, each after a moment of its own, in any order, at either replica. */
async function race<T>(...runners: (() => Promise<T>)[]): Promise<T[]> {
	return Promise.all(
		runners.map(async (run) => {
			await sleep(Math.random() * 12);
			shop.url = urls[Math.floor(Math.random() * urls.length)]!;
			return run();
		}),
	);
}
const times = <T>(count: number, run: (index: number) => Promise<T>) =>
	Array.from({ length: count }, (_, index) => () => run(index));

/** What was announced about an order: its own events, without what workers reported. */
const announced = async (id: string) =>
	(await shop.events(id))
		.map(({ type }) => type)
		.filter((type) => type.startsWith('order.') || type === 'payment.charge_granted');
const count = (list: unknown[], item: unknown) => list.filter((each) => each === item).length;

/** Everything a race must leave behind, whoever won. */
async function expectWhole(id: string): Promise<string[]> {
	const order = await shop.stored(id);
	const told = await announced(id);
	const statusOf: Record<string, string> = {
		'order.placed': 'PLACED',
		'order.payment_retried': 'PLACED',
		'order.paid': 'PAID',
		'order.invoiced': 'INVOICED',
		'order.completed': 'COMPLETED',
		'order.declined': 'DECLINED',
		'order.cancelled': 'CANCELLED',
		'order.refunded': 'REFUNDED',
	};
	// Each status that the timeline shows was told of once, in the same order, and the last is where it stands.
	const timeline = order.timeline.map(({ status }) => status);
	expect(told.flatMap((type) => statusOf[type] ?? [])).toEqual(timeline);
	expect(timeline.at(-1)).toBe(order.status);
	const at = order.timeline.map((entry) => entry.at);
	expect(at).toEqual(at.toSorted((a, b) => a - b));
	return told;
}

describe('a command against itself, twenty at once', () => {
	it.each<[string, OrderState, (id: string) => Promise<any>, string]>([
		['cancelOrder', 'PLACED', (id) => shopper.cancel(id), 'order.cancelled'],
		['cancelOrder of a declined order', 'DECLINED', (id) => shopper.cancel(id), 'order.cancelled'],
		['retryPayment with one key', 'DECLINED', (id) => shopper.retry(id, 'one'), 'order.payment_retried'],
		['refundOrder', 'COMPLETED', (id) => shopper.refund(id), 'order.refund_requested'],
	])('%s happens once, and all are told that it has', async (_, state, run, event) => {
		const id = await shopper.order(state);
		const payloads = await race(...times(20, () => run(id)));
		expect(payloads.map(codeOf)).toEqual(Array(20).fill(undefined));
		expect(count(await expectWhole(id), event)).toBe(1);
	});

	it('retryPayment with twenty keys has one winner, and the others are told why', async () => {
		const id = await shopper.order('DECLINED');
		const payloads = await race(...times(20, (index) => shopper.retry(id, `key ${index}`)));
		const codes = payloads.map(codeOf);
		expect(count(codes, undefined)).toBe(1);
		expect(count(codes, 'NOT_RETRYABLE')).toBe(19);
		expect((await shop.stored(id)).attempts).toHaveLength(2);
		expect(count(await expectWhole(id), 'order.payment_retried')).toBe(1);
	});

	it('placeOrder with twenty keys for one cart has one winner, and the others are shown it', async () => {
		shop.checkout = testCheckout({ cartId: 'crt_race' });
		const payloads = await race(...times(20, () => shop.place(shopper.viewer)));
		const codes = payloads.map(codeOf);
		expect(count(codes, undefined)).toBe(1);
		expect(count(codes, 'ORDER_IN_PROGRESS')).toBe(19);
		const ids = new Set(payloads.map(({ order }) => order.id));
		expect(ids.size).toBe(1);
		expect(await announced([...ids][0])).toEqual(['order.placed']);
	});

	it('placeOrder with one key and two inputs has one winner', async () => {
		shop.checkout = testCheckout({ cartId: 'crt_two_inputs' });
		const methods = ['pm_card_visa', 'pm_card_mastercard'];
		const payloads = await race(
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
		const { orderAccessToken } = await import('@infinite-blob/session/order-access');
		const { testSecret } = await import('@infinite-blob/testing/subgraph-client');
		const token = orderAccessToken(id, testSecret);
		const claims = await race(
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
		const answers = await race(...times(20, () => shop.ask(shopper.viewer, query)));
		const payloads = answers.map(({ data }) => data.createDownload);
		const remaining = payloads.flatMap(({ download }) => download?.remaining ?? []);
		expect(remaining.toSorted()).toEqual([0, 1, 2, 3, 4]);
		expect(count(payloads.map(codeOf), 'DOWNLOADS_USED_UP')).toBe(15);
	});
});

describe('a command against its opposite, in many interleavings', () => {
	it('cancelOrder against the claim to charge: cancelled and never charged, or charged and not cancelled', async () => {
		await untilBothWin(async () => {
			const id = await shopper.order('PLACED');
			const [cancelled] = await race<any>(
				() => shopper.cancel(id),
				() => shop.worker.requestCharge(id),
			);
			await settled(id);
			const { status, payment } = await shop.stored(id);
			const told = await expectWhole(id);
			if (codeOf(cancelled) === undefined) {
				expect([status, payment.status]).toEqual(['CANCELLED', 'PENDING']);
				expect(told).toEqual(['order.placed', 'order.cancelled', refundOfMarker]);
			} else {
				expect(codeOf(cancelled)).toBe('NOT_CANCELLABLE');
				expect([status, payment.status]).toEqual(['PLACED', 'PROCESSING']);
				expect(told).toEqual(['order.placed', 'payment.charge_granted', refundOfMarker]);
			}
			return status;
		});
	});

	it('retryPayment against cancelOrder: one of them, or the retry and then the cancellation', async () => {
		await untilBothWin(async () => {
			const id = await shopper.order('DECLINED');
			const [retried, cancelled] = (
				await race<any>(
					() => shopper.retry(id),
					() => shopper.cancel(id),
				)
			).map(codeOf);
			const { status } = await shop.stored(id);
			const told = (await expectWhole(id)).slice(3);
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
				await race<any>(
					() => shopper.retry(id, 'first'),
					() => shopper.retry(id, 'second', 'pm_card_mastercard'),
					() => shopper.cancel(id),
				)
			).map(codeOf);
			expect(cancelled).toBeUndefined();
			expect(count([first, second], undefined)).toBeLessThanOrEqual(1);
			expect(count(await expectWhole(id), 'order.cancelled')).toBe(1);
		}
	});

	it('refundOrder against the charge: paid and being paid back, or not paid yet', async () => {
		await untilBothWin(async () => {
			const id = await shopper.order('PROCESSING');
			const [refunded] = await race<any>(
				() => shopper.refund(id),
				() => shop.worker.succeed(id),
			);
			await shopper.untilStored(id, { status: 'PAID' });
			const { payment } = await shop.stored(id);
			const told = await expectWhole(id);
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
				const [refunded] = await race<any>(
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
				await settled(id);
				const told = await expectWhole(id);
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
			await race<unknown>(
				...times(20, () => shop.worker.succeed(id)),
				...times(20, () => shop.worker.decline(id)),
			);
			await settled(id);
			const { status, strayCharges = [] } = await shop.stored(id);
			const told = await expectWhole(id);
			const paid = count(told, 'order.paid');
			expect(paid + count(told, 'order.declined')).toBe(1);
			expect(status).toBe(paid ? 'PAID' : 'DECLINED');
			const strays = strayCharges.filter(({ chargeId }) => chargeId !== marker);
			expect(strays).toHaveLength(paid ? 0 : 1);
		}
	});
});

const marker = 'ch_marker';
const refundOfMarker = 'order.refund_requested';

/** Waits until every report so far was applied: reports of one order are applied in their order by each replica. */
async function settled(id: string): Promise<void> {
	await shop.worker.succeed(id, 99, marker);
	await shopper.untilStored(id, {
		strayCharges: expect.arrayContaining([expect.objectContaining({ chargeId: marker })]),
	});
}
