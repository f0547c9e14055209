import { eventually } from '@infinite-blob/testing/eventually';
import { KillableProcess } from '@infinite-blob/testing/killable-process';
import type { StripeFault } from '@infinite-blob/testing/stripe/stripe-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOrder, askRefund, grant, type Observed } from './payment-fixture.ts';
import { type StripeBench, startStripeBench } from './stripe-fixture.ts';

let bench: StripeBench;
let observed: Observed;
/** The same replica each time that it is started. */
let worker: KillableProcess;

beforeAll(async () => {
	bench = await startStripeBench();
	({ observed } = bench);
	const settings = { ...bench.config('1'), LOG_LEVEL: 'info', LOG_FORMAT: 'json' };
	worker = new KillableProcess(new URL('../src/main.ts', import.meta.url), settings);
});
afterAll(async () => {
	await worker[Symbol.asyncDispose]();
	await bench[Symbol.asyncDispose]();
});

/** Has the worker killed once Stripe has done what it was asked and before its answer came. */
async function killIn(endpoint: StripeFault['endpoint'], done: () => number): Promise<void> {
	await eventually(() => expect(done()).toBe(1), 15_000);
	expect(bench.stripe.requests.at(-1)).toMatchObject({ endpoint });
	await worker.kill();
	bench.stripe.release();
}

test('a worker killed between charge and answer charges once, and pays back once', {
	timeout: 60_000,
}, async () => {
	const order = anOrder('ord_killed');
	bench.stripe.fail({ endpoint: 'POST /v1/payment_intents', kind: 'held', times: 1 });
	worker.start();
	await observed.announce(grant(order));
	await killIn('POST /v1/payment_intents', () => bench.intents(order.id).length);
	expect(await observed.reports(order.id)).toEqual([]);

	worker.start();
	const [report] = await observed.seen(order.id, 'payment.charge_succeeded', 1, 15_000);
	const [intent, ...others] = bench.intents(order.id);
	expect(others).toEqual([]);
	const { chargeId } = report!.data as { chargeId: string };
	expect(chargeId).toBe(intent?.latest_charge);

	bench.stripe.fail({ endpoint: 'POST /v1/refunds', kind: 'held', times: 1 });
	await observed.announce(askRefund(order, chargeId));
	await killIn('POST /v1/refunds', () => bench.stripe.ledger.refunds.size);
	worker.start();
	await observed.seen(order.id, 'payment.charge_refunded', 1, 15_000);
	expect(bench.stripe.ledger.charge(chargeId)).toMatchObject({ amount_refunded: 2_900 });
	expect(bench.stripe.ledger.refunds.size).toBe(1);
	expect(worker.said).toContain('"provider":"stripe"');
	for (const secret of [bench.stripe.secretKey, bench.stripe.webhookSecret])
		expect(worker.said).not.toContain(secret);
	await worker.kill();
});

test.each([
	[
		{ STRIPE_SECRET_KEY: 'pk_test_12345678' },
		'STRIPE_SECRET_KEY must be a secret or restricted key of Stripe’s (sk_… or rk_…).',
	],
	[
		{ STRIPE_WEBHOOK_SECRET: 'secret' },
		'STRIPE_WEBHOOK_SECRET must be a signing secret of Stripe’s (whsec_…).',
	],
	[{ STRIPE_API_URL: 'stripe' }, 'STRIPE_API_URL must be an absolute http(s) address.'],
])('does not start with %j', async (setting, line) => {
	worker.said = '';
	worker.start(setting);
	expect(await worker.ended()).toBe(1);
	expect(worker.said).toBe(`payment: ${line}\n`);
});
