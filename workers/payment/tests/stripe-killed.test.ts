import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '@infinite-blob/testing/eventually';
import type { StripeFault } from '@infinite-blob/testing/stripe/stripe-double';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOrder, askRefund, grant, type Observed } from './payment-fixture.ts';
import { type StripeBench, startStripeBench } from './stripe-fixture.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

let bench: StripeBench;
let observed: Observed;
const workers: ChildProcess[] = [];
let said = '';

beforeAll(async () => {
	bench = await startStripeBench();
	({ observed } = bench);
});
afterAll(async () => {
	await kill();
	await bench[Symbol.asyncDispose]();
});

/** The worker as a process of its own, the same replica each time. */
function start(change: Record<string, string> = {}): ChildProcess {
	const settings = {
		...bench.config('1'),
		PAYMENT_PORT: '0',
		LOG_LEVEL: 'info',
		LOG_FORMAT: 'json',
		...change,
	};
	const child = spawn(process.execPath, [main], {
		env: { ...process.env, ...settings } as NodeJS.ProcessEnv,
	});
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			said += text;
		});
	}
	workers.push(child);
	return child;
}

async function kill(): Promise<void> {
	for (const worker of workers.splice(0)) {
		if (worker.exitCode !== null || worker.signalCode !== null) continue;
		worker.kill('SIGKILL');
		await once(worker, 'exit');
	}
}

/** Has the worker killed once Stripe has done what it was asked and before its answer came. */
async function killIn(endpoint: StripeFault['endpoint'], done: () => number): Promise<void> {
	await eventually(() => expect(done()).toBe(1), 15_000);
	expect(bench.stripe.requests.at(-1)).toMatchObject({ endpoint });
	await kill();
	bench.stripe.release();
}

test('a worker killed between charge and answer charges once, and pays back once', {
	timeout: 60_000,
}, async () => {
	const order = anOrder('ord_killed');
	bench.stripe.fail({ endpoint: 'POST /v1/payment_intents', kind: 'held', times: 1 });
	start();
	await observed.announce(grant(order));
	await killIn('POST /v1/payment_intents', () => bench.intents(order.id).length);
	expect(await observed.reports(order.id)).toEqual([]);

	start();
	const [report] = await observed.seen(order.id, 'payment.charge_succeeded', 1, 15_000);
	const [intent, ...others] = bench.intents(order.id);
	expect(others).toEqual([]);
	const { chargeId } = report!.data as { chargeId: string };
	expect(chargeId).toBe(intent?.latest_charge);

	bench.stripe.fail({ endpoint: 'POST /v1/refunds', kind: 'held', times: 1 });
	await observed.announce(askRefund(order, chargeId));
	await killIn('POST /v1/refunds', () => bench.stripe.ledger.refunds.size);
	start();
	await observed.seen(order.id, 'payment.charge_refunded', 1, 15_000);
	expect(bench.stripe.ledger.charge(chargeId)).toMatchObject({ amount_refunded: 2_900 });
	expect(bench.stripe.ledger.refunds.size).toBe(1);
	expect(said).toContain('"provider":"stripe"');
	for (const secret of [bench.stripe.secretKey, bench.stripe.webhookSecret])
		expect(said).not.toContain(secret);
	await kill();
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
	said = '';
	const [code] = await once(start(setting), 'close');
	expect(said).toBe(`payment: ${line}\n`);
	expect(code).toBe(1);
});
