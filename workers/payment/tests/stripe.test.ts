import { eventually } from '@infinite-blob/testing/eventually';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import type { DoubleEvent } from '@infinite-blob/testing/stripe/stripe-ledger';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startPayment } from '../src/start-payment.ts';
import { anOrder, askRefund, grant, type Observed } from './payment-fixture.ts';
import { keptLog, type StripeBench, startStripeBench } from './stripe-fixture.ts';

const succeeded = 'payment.charge_succeeded';
const declined = 'payment.charge_declined';
const refunded = 'payment.charge_refunded';
const toPay = 'POST /v1/payment_intents';

let bench: StripeBench;
let observed: Observed;
let address: string;
const log = keptLog();
const workers: (AsyncDisposable & { url: string })[] = [];

beforeAll(async () => {
	bench = await startStripeBench();
	({ observed } = bench);
	for (const replica of ['1', '2']) workers.push(await startPayment(bench.config(replica), log.logger));
	address = `${workers[0]!.url}/webhooks/stripe`;
});
afterAll(async () => {
	bench.stripe.release();
	for (const worker of workers) await worker[Symbol.asyncDispose]();
	await bench[Symbol.asyncDispose]();
});
beforeEach(() => {
	bench.stripe.ledger.undecided = false;
});

/** What the worker answered: status and outcome, or the error. */
async function deliver(event: DoubleEvent): Promise<string> {
	const response = await bench.stripe.deliver(address, event);
	const { outcome, error } = (await response.json()) as { outcome?: string; error?: string };
	return `${response.status} ${outcome ?? error}`;
}

async function post(body: string, signature?: string): Promise<string> {
	const headers = {
		'content-type': 'application/json',
		...(signature ? { 'stripe-signature': signature } : {}),
	};
	const response = await fetch(address, { method: 'POST', headers, body });
	const text = await response.text();
	expect(text).not.toMatch(/ at |node_modules|\.ts/);
	return `${response.status} ${(JSON.parse(text) as { error: string }).error}`;
}

/** The one event of a kind about an order. */
function theEvent(orderId: string, type: string): Promise<DoubleEvent> {
	return eventually(() => {
		const found = bench.events(orderId, type).at(-1);
		if (!found) throw new Error(`Stripe has no ${type} of ${orderId}`);
		return found;
	});
}

async function paid(orderId: string) {
	const order = anOrder(orderId);
	await observed.announce(grant(order));
	const [report] = await observed.seen(orderId, succeeded);
	return { order, chargeId: (report!.data as { chargeId: string }).chargeId };
}

/** An order that is charged, while the answer is held: only a webhook can tell. */
async function unheard(orderId: string, paymentMethod = 'pm_card_visa') {
	const order = anOrder(orderId, { paymentMethod });
	bench.stripe.fail({ endpoint: toPay, kind: 'held', times: 1 });
	await observed.announce(grant(order));
	await eventually(() => expect(bench.intents(orderId)).toHaveLength(1));
	return order;
}

describe('an order', () => {
	test('granted ten times is charged once and reported alike', async () => {
		const order = anOrder('ord_ten');
		await Promise.all(Array.from({ length: 10 }, () => observed.announce(grant(order))));
		const reports = await observed.seen(order.id, succeeded, 10);
		expect(new Set(reports.map(({ data }) => JSON.stringify(data))).size).toBe(1);
		const [intent, ...others] = bench.intents(order.id);
		expect(others).toEqual([]);
		expect(intent).toMatchObject({ amount: 2_900, currency: 'usd', metadata: { attempt: '1' } });
		expect(reports[0]?.data).toMatchObject({ chargeId: intent?.latest_charge, last4: '4242' });
	});

	test('is charged once when the answer is cut after charging', async () => {
		const order = anOrder('ord_cut');
		bench.stripe.fail({ endpoint: toPay, kind: 'cut_after', times: 3 });
		await observed.announce(grant(order));
		const [report] = await observed.seen(order.id, succeeded, 1, 10_000);
		const [intent, ...others] = bench.intents(order.id);
		expect(others).toEqual([]);
		expect(report?.data).toMatchObject({ chargeId: intent?.latest_charge });
		const asked = bench.stripe.requests.filter(({ idempotencyKey }) => idempotencyKey === 'ord_cut:1');
		expect(asked.length).toBeGreaterThan(2);
	});

	test('is declined with Stripe’s code, and paid at the next attempt', async () => {
		const order = anOrder('ord_no', { paymentMethod: 'pm_card_chargeDeclinedInsufficientFunds' });
		await observed.announce(grant(order));
		const [report] = await observed.seen(order.id, declined);
		expect(report?.data).toMatchObject({ attempt: 1, declineCode: 'insufficient_funds', last4: '9995' });
		await observed.announce(grant({ ...order, attempt: 2, paymentMethod: 'pm_card_mastercard' }));
		const [second] = await observed.seen(order.id, succeeded);
		expect(second?.data).toMatchObject({ attempt: 2, last4: '4444' });
	});

	test('that is to be paid back five times is paid back once', async () => {
		const { order, chargeId } = await paid('ord_back');
		await Promise.all(Array.from({ length: 5 }, () => observed.announce(askRefund(order, chargeId))));
		const reports = await observed.seen(order.id, refunded, 5);
		expect(new Set(reports.map(({ data }) => JSON.stringify(data))).size).toBe(1);
		const refunds = [...bench.stripe.ledger.refunds.values()].filter(({ charge }) => charge === chargeId);
		expect(refunds).toMatchObject([{ amount: 2_900, metadata: { order_id: order.id } }]);
	});
});

describe('a webhook event', () => {
	test('three times at once, beside our own answer, settles a charge once', async () => {
		const order = await unheard('ord_three');
		const event = await theEvent(order.id, 'payment_intent.succeeded');
		const outcomes = await Promise.all([deliver(event), deliver(event), deliver(event)]);
		expect(outcomes.toSorted()).toEqual(['200 recorded', '200 repeated', '200 repeated']);
		const [report, ...others] = await observed.reports(order.id, succeeded);
		expect(others).toEqual([]);
		expect(report).toMatchObject({ causation: event.id, data: { attempt: 1, last4: '4242' } });
		bench.stripe.release();
		const [, own] = await observed.seen(order.id, succeeded, 2);
		expect(own?.data).toEqual(report?.data);
		expect(await deliver(event)).toBe('200 repeated');
		expect(await observed.reports(order.id, succeeded)).toHaveLength(2);
	});

	test('that comes after our own answer changes nothing', async () => {
		const { order } = await paid('ord_after');
		const event = await theEvent(order.id, 'payment_intent.succeeded');
		expect(await deliver(event)).toBe('200 known');
		expect(await deliver(event)).toBe('200 repeated');
		expect(await observed.reports(order.id)).toHaveLength(1);
	});

	test('tells of a decline that we did not hear', async () => {
		const order = await unheard('ord_unheard_no', 'pm_card_chargeDeclinedExpiredCard');
		expect(await deliver(await theEvent(order.id, 'payment_intent.payment_failed'))).toBe('200 recorded');
		const [report] = await observed.reports(order.id, declined);
		expect(report?.data).toMatchObject({ declineCode: 'expired_card', last4: '0069' });
		bench.stripe.release();
		await observed.seen(order.id, declined, 2);
	});

	test('of a success after a recorded decline is reported, for the money to be paid back', async () => {
		const order = anOrder('ord_late', { paymentMethod: 'pm_card_chargeDeclined' });
		await observed.announce(grant(order));
		await observed.seen(order.id, declined);
		const failed = await theEvent(order.id, 'payment_intent.payment_failed');
		const intent = bench.intents(order.id)[0]!;
		intent.payment_method = 'pm_card_visa';
		bench.stripe.ledger.decide(intent.id);
		expect(await deliver(await theEvent(order.id, 'payment_intent.succeeded'))).toBe('200 recorded');
		const [report] = await observed.reports(order.id, succeeded);
		expect(report?.data).toMatchObject({ attempt: 1, chargeId: intent.latest_charge });
		expect(await deliver(failed)).toBe('200 known');
		expect(await observed.reports(order.id, declined)).toHaveLength(1);
	});

	test('of an undecided intent waits for the decision', async () => {
		bench.stripe.ledger.undecided = true;
		const order = anOrder('ord_undecided');
		await observed.announce(grant(order));
		expect(await deliver(await theEvent(order.id, 'payment_intent.processing'))).toBe('200 ignored');
		expect(await observed.reports(order.id)).toEqual([]);
		bench.stripe.ledger.decide(bench.intents(order.id)[0]!.id);
		// Our own question may be answered first.
		const outcome = await deliver(await theEvent(order.id, 'payment_intent.succeeded'));
		expect(outcome).toMatch(/^200 (recorded|known)$/);
		await observed.seen(order.id, succeeded);
	});

	test('tells when a refund has reached the card', async () => {
		const { order, chargeId } = await paid('ord_pending');
		bench.stripe.ledger.undecided = true;
		await observed.announce(askRefund(order, chargeId));
		const made = await theEvent(order.id, 'refund.created');
		expect(await deliver(made)).toBe('200 ignored');
		expect(await observed.reports(order.id, refunded)).toEqual([]);
		bench.stripe.ledger.payOut(made.data.object.id);
		const paidOut = await theEvent(order.id, 'refund.updated');
		await bench.stripe.deliver(address, paidOut);
		const [report] = await observed.seen(order.id, refunded);
		expect(report?.data).toMatchObject({ orderId: order.id, chargeId, refundId: made.data.object.id });
	});

	test('of a refund made by hand is reported', async () => {
		const { order, chargeId } = await paid('ord_by_hand');
		const { id } = bench.stripe.ledger.payBack(new Map([['charge', chargeId]]));
		expect(await deliver(await theEvent(order.id, 'charge.refunded'))).toBe('200 recorded');
		expect(await deliver(await theEvent(order.id, 'refund.created'))).toBe('200 known');
		const reports = await observed.reports(order.id, refunded);
		expect(reports).toMatchObject([{ data: { orderId: order.id, chargeId, refundId: id } }]);
	});

	test('of a refund of a part changes nothing', async () => {
		const { order, chargeId } = await paid('ord_part');
		bench.stripe.ledger.payBack(
			new Map([
				['charge', chargeId],
				['amount', '100'],
			]),
		);
		expect(await deliver(await theEvent(order.id, 'charge.refunded'))).toBe('200 ignored');
		expect(await observed.reports(order.id, refunded)).toEqual([]);
	});

	test('of a refund that the bank sent back calls for a person', async () => {
		const { order, chargeId } = await paid('ord_bounced');
		const { id } = bench.stripe.ledger.payBack(new Map([['charge', chargeId]]));
		const made = await theEvent(order.id, 'refund.created');
		expect(await deliver({ ...made, id: 'evt_bounced', type: 'refund.failed' })).toBe('200 ignored');
		expect(log.lines.find((line) => line.includes('did not reach the card'))).toContain(id);
	});

	test('that Stripe cannot be asked about is not remembered, and counts when it comes again', async () => {
		const order = await unheard('ord_again');
		const event = await theEvent(order.id, 'payment_intent.succeeded');
		bench.stripe.fail({ endpoint: 'GET /v1/payment_intents/:id', kind: '500_before', times: 1 });
		expect(await deliver(event)).toMatch(/^503 /);
		expect(await bench.redis.exists(`payment:webhook:${event.id}`)).toBe(0);
		expect(await deliver(event)).toBe('200 recorded');
		const seconds = await bench.redis.ttl(`payment:webhook:${event.id}`);
		expect(seconds).toBeGreaterThan(3 * 24 * 3_600);
		bench.stripe.release();
	});

	test('of a kind that nothing waits for is received, whatever it is about', async () => {
		const balance = { object: 'balance', available: [], charge: 7 };
		const event = { id: 'evt_balance', type: 'balance.available', data: { object: balance } };
		expect(await deliver(event as unknown as DoubleEvent)).toBe('200 ignored');
	});

	test('of somebody else’s payment is received and changes nothing', async () => {
		const { ledger } = bench.stripe;
		const form = { amount: '500', currency: 'usd', payment_method: 'pm_card_visa' };
		ledger.pay(new Map(Object.entries(form)));
		expect(await deliver(ledger.events.at(-1)!)).toBe('200 ignored');
		const another = { 'metadata[order_id]': 'ord_of_another_shop', 'metadata[attempt]': '1' };
		ledger.pay(new Map(Object.entries({ ...form, ...another })));
		const paid = ledger.events.at(-1)!;
		expect(await deliver(paid)).toBe('200 foreign');
		ledger.payBack(new Map([['charge', ledger.intent(paid.data.object.id).latest_charge!]]));
		expect(await deliver(ledger.events.at(-1)!)).toBe('200 foreign');
		expect(await observed.reports('ord_of_another_shop')).toEqual([]);
	});
});

describe('what is not from Stripe is refused and changes nothing', () => {
	let event: DoubleEvent;
	let body: string;
	beforeAll(async () => {
		const order = await unheard('ord_target');
		event = await theEvent(order.id, 'payment_intent.succeeded');
		body = JSON.stringify(event);
	});
	afterAll(async () => {
		expect(await observed.reports('ord_target')).toEqual([]);
		expect(await bench.redis.exists(`payment:webhook:${event.id}`)).toBe(0);
		bench.stripe.release();
		await observed.seen('ord_target', succeeded);
	});

	test('without a signature', async () => {
		expect(await post(body)).toBe('400 The Stripe-Signature header is missing.');
	});

	test('signed with another secret', async () => {
		const forged = bench.stripe.sign(body, { secret: 'whsec_of_somebody_else' });
		expect(await post(body, forged)).toBe('400 The signature is not Stripe’s for this body.');
	});

	test('altered after signing', async () => {
		const signature = bench.stripe.sign(body);
		const altered = body.replace('ord_target', 'ord_other');
		expect(await post(altered, signature)).toBe('400 The signature is not Stripe’s for this body.');
	});

	test('signed too long ago', async () => {
		const old = bench.stripe.sign(body, { at: Date.now() - 6 * 60_000 });
		expect(await post(body, old)).toBe('400 The signature is more than five minutes old.');
	});

	test('signed for a time to come', async () => {
		const early = bench.stripe.sign(body, { at: Date.now() + 6 * 60_000 });
		expect(await post(body, early)).toBe('400 The signature is dated more than five minutes ahead.');
	});

	test('a signature that is none', async () => {
		expect(await post(body, 'v1=')).toMatch(/^400 The signature is not/);
	});

	test('signed, but no event', async () => {
		expect(await post('nonsense', bench.stripe.sign('nonsense'))).toBe(
			'400 The body is no event of Stripe’s.',
		);
	});

	test.each([
		['null', 'expected object, received null'],
		['"x"', 'expected object, received string'],
		['[]', 'expected object, received array'],
		['{"type":"payment_intent.succeeded"}', 'id: Invalid input: expected string, received undefined'],
		['{"id":"evt_1","type":7}', 'type: Invalid input: expected string'],
		['{"id":"evt_1","type":"payment_intent.succeeded"}', 'data: Invalid input: expected object'],
		['{"id":"evt_1","type":"payment_intent.succeeded","data":{"object":null}}', 'data.object: Invalid input'],
		['{"id":"evt_1","type":"charge.refunded","data":{"object":{}}}', 'data.object.id: Invalid input'],
		['{"id":"evt_1","type":"refund.failed","data":{"object":[]}}', 'data.object: Invalid input'],
		['{"id":"evt_1","type":"refund.created","data":{"object":{"charge":7}}}', 'data.object.charge: '],
	])('signed, but not shaped as an event: %s', async (shapeless, what) => {
		const answer = await post(shapeless, bench.stripe.sign(shapeless));
		expect(answer).toMatch(/^400 The body is no event of Stripe’s: /);
		expect(answer).toContain(what);
	});

	test('larger than 256 KiB', async () => {
		const large = JSON.stringify({ ...event, padding: 'x'.repeat(257 * 1024) });
		expect(await post(large, bench.stripe.sign(large))).toBe(
			'413 The request body is larger than 262144 bytes.',
		);
	});

	test('by another method', async () => {
		const response = await fetch(address);
		expect(response.status).toBe(405);
	});
});

test('without a signing secret there is no webhook', async () => {
	const { STRIPE_WEBHOOK_SECRET: _, ...config } = bench.config('3');
	await using worker = await startPayment(config, silentLogger);
	const response = await fetch(`${worker.url}/webhooks/stripe`, { method: 'POST', body: '{}' });
	expect(response.status).toBe(404);
	expect(await response.json()).toEqual({ error: expect.stringContaining('STRIPE_WEBHOOK_SECRET') });
});

test('the log says who charges, and holds no secret', () => {
	const text = log.lines.join('');
	expect(text).toContain('"provider":"stripe"');
	expect(text).toContain('a webhook was refused');
	for (const secret of [bench.stripe.secretKey, bench.stripe.webhookSecret, '_secret_'])
		expect(text).not.toContain(secret);
});
