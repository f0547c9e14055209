import { eventually } from '@infinite-blob/testing/eventually';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { listCharges, listRefunds } from '../src/bank-ledger.ts';
import { endOutage, startOutage } from '../src/bank-outage.ts';
import {
	type ChargeRequest,
	PaymentInDoubt,
	type PaymentProvider,
	ProviderUnavailable,
} from '../src/payment-provider.ts';
import { misbehavingCards } from '../src/test-cards.ts';
import { type Bank, charge, openBank, refund } from './bank-fixture.ts';

let bank: Bank;
const patient = (random = Math.random) => bank.provider({ slowMs: 30, random });
// For calls that hang.
const impatient = () => bank.provider({ timeoutMs: 100 });

beforeAll(async () => {
	bank = await openBank();
});

afterEach(() => endOutage(bank.redis));

afterAll(() => bank[Symbol.asyncDispose]());

async function chargesOf({ idempotencyKey }: ChargeRequest) {
	return (await listCharges(bank.redis)).filter((entry) => entry.idempotencyKey === idempotencyKey);
}

test.each([
	{ paymentMethod: 'pm_test_timeoutBeforeCharge', error: PaymentInDoubt, times: 1, chargedMeanwhile: 0 },
	{ paymentMethod: 'pm_test_timeoutAfterCharge', error: PaymentInDoubt, times: 1, chargedMeanwhile: 1 },
	{ paymentMethod: 'pm_test_unavailable', error: ProviderUnavailable, times: 2, chargedMeanwhile: 0 },
])('$paymentMethod fails $times times for each key, across restarts, and is charged once', async (card) => {
	for (const idempotencyKey of [`${card.paymentMethod}:1`, `${card.paymentMethod}:2`]) {
		const request = charge({ idempotencyKey, paymentMethod: card.paymentMethod });
		for (let time = 0; time < card.times; time++) {
			await expect(impatient().charge(request)).rejects.toThrow(card.error);
			await eventually(async () => expect(await chargesOf(request)).toHaveLength(card.chargedMeanwhile));
		}
		const result = await patient().charge(request);
		expect(result.kind).toBe('succeeded');
		expect(await chargesOf(request)).toMatchObject([{ id: 'chargeId' in result && result.chargeId }]);
	}
});

test('pm_test_slow is charged at once and answered late', async () => {
	const request = charge({ idempotencyKey: 'slow', paymentMethod: 'pm_test_slow' });
	const late = bank.provider({ slowMs: 60_000 }).charge(request);
	let answered = false;
	late.then(
		() => {
			answered = true;
		},
		() => {},
	);
	await eventually(async () => expect(await chargesOf(request)).toHaveLength(1));
	expect(answered).toBe(false);
	expect((await patient().charge(request)).kind).toBe('succeeded');
	expect(await chargesOf(request)).toHaveLength(1);
});

test.each(misbehavingCards)('a refund of $name meets the same trouble and is made once', async (card) => {
	const request = charge({ idempotencyKey: `back-${card.name}`, paymentMethod: card.name });
	const failures = Number.isFinite(card.calls) ? card.calls : 0;
	const ask = async <T>(from: (provider: PaymentProvider) => Promise<T>): Promise<T> => {
		for (let time = 0; time < failures; time++) await expect(from(impatient())).rejects.toThrow();
		return from(patient());
	};
	const made = await ask((provider) => provider.charge(request));
	if (made.kind !== 'succeeded') throw new Error('the charge was declined');
	const { chargeId } = made;
	const { refundId } = await ask((provider) =>
		provider.refund(refund({ idempotencyKey: `refund:${chargeId}`, chargeId })),
	);
	const refunds = (await listRefunds(bank.redis)).filter((entry) => entry.chargeId === chargeId);
	expect(refunds).toMatchObject([{ id: refundId }]);
});

test.each([
	{ trouble: 'unavailable', error: ProviderUnavailable, charged: 0 },
	{ trouble: 'timeout_before', error: PaymentInDoubt, charged: 0 },
	{ trouble: 'timeout_after', error: PaymentInDoubt, charged: 1 },
] as const)('an outage of kind $trouble meets every call until it is ended', async (outage) => {
	await startOutage(bank.redis, { trouble: outage.trouble });
	const request = charge({ idempotencyKey: `outage-${outage.trouble}` });
	for (let time = 0; time < 3; time++) {
		await expect(impatient().charge(request)).rejects.toThrow(outage.error);
		await expect(impatient().findCharge(request)).rejects.toThrow(outage.error);
	}
	await eventually(async () => expect(await chargesOf(request)).toHaveLength(outage.charged));
	await endOutage(bank.redis);
	expect((await patient().charge(request)).kind).toBe('succeeded');
	expect(await chargesOf(request)).toHaveLength(1);
});

test('an outage meets the share of the calls that it is of', async () => {
	await startOutage(bank.redis, { trouble: 'unavailable', share: 0.3 });
	const request = charge({ idempotencyKey: 'share' });
	await expect(patient(() => 0.29).charge(request)).rejects.toThrow(ProviderUnavailable);
	expect((await patient(() => 0.3).charge(request)).kind).toBe('succeeded');
});

test('an outage of a given length ends by itself', async () => {
	await startOutage(bank.redis, { trouble: 'unavailable' }, 200);
	const request = charge({ idempotencyKey: 'short' });
	await expect(patient().charge(request)).rejects.toThrow(ProviderUnavailable);
	await eventually(async () => expect((await patient().charge(request)).kind).toBe('succeeded'));
});
