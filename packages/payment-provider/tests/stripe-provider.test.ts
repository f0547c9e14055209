import { money } from '@infinite-blob/money/money';
import type { StripeFault } from '@infinite-blob/testing/stripe/stripe-api';
import { type StripeDouble, startStripeDouble } from '@infinite-blob/testing/stripe/stripe-double';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
	type ChargeRequest,
	PaymentInDoubt,
	type PaymentProvider,
	PaymentRefused,
	ProviderUnavailable,
	type RefundRequest,
} from '../src/payment-provider.ts';
import { connectStripe, stripeVersion } from '../src/stripe-client.ts';
import { stripeProvider } from '../src/stripe-provider.ts';
import { testCards } from '../src/test-cards.ts';

const hour = 3_600_000;
const toPay = 'POST /v1/payment_intents';
const toRefund = 'POST /v1/refunds';

let stripe: StripeDouble;
let provider: PaymentProvider;
let orders = 0;

beforeAll(async () => {
	stripe = await startStripeDouble(stripeVersion);
	const client = connectStripe({ secretKey: stripe.secretKey, apiUrl: stripe.url, timeoutMs: 400 });
	provider = stripeProvider(client, stripe.now);
});
afterAll(() => stripe[Symbol.asyncDispose]());
beforeEach(() => {
	stripe.requests.length = 0;
	stripe.ledger.undecided = false;
});

function aCharge(change: Partial<ChargeRequest> = {}): ChargeRequest {
	const orderId = `ord_${++orders}`;
	return {
		idempotencyKey: `${orderId}:1`,
		intendedAt: stripe.now(),
		orderId,
		attempt: 1,
		amount: money(2_900, 'EUR'),
		paymentMethod: 'pm_card_visa',
		description: 'Infinite Blob order IB-000001',
		...change,
	};
}

async function charged(change: Partial<ChargeRequest> = {}) {
	const request = aCharge(change);
	const result = await provider.charge(request);
	if (result.kind !== 'succeeded') throw new Error(`declined: ${result.declineCode}`);
	return { request, result };
}

function aRefund(chargeId: string, orderId: string, change: Partial<RefundRequest> = {}): RefundRequest {
	return {
		idempotencyKey: `refund:${chargeId}`,
		intendedAt: stripe.now(),
		orderId,
		chargeId,
		amount: money(2_900, 'EUR'),
		...change,
	};
}

const fail = (kind: StripeFault['kind'], times = 1, endpoint = toPay) =>
	stripe.fail({ endpoint, kind, times });
const intentsOf = ({ orderId }: ChargeRequest) =>
	[...stripe.ledger.intents.values()].filter(({ metadata }) => metadata.order_id === orderId);
const paidTimes = (request: ChargeRequest) =>
	intentsOf(request).filter(({ status }) => status === 'succeeded').length;

describe('a charge', () => {
	test('is one confirmed intent under our key, in minor units, with the order beside it', async () => {
		const { request, result } = await charged();
		expect(stripe.requests).toEqual([
			{
				endpoint: toPay,
				idempotencyKey: request.idempotencyKey,
				status: 200,
				params: {
					amount: '2900',
					currency: 'eur',
					payment_method: 'pm_card_visa',
					'allowed_payment_method_types[0]': 'card',
					confirm: 'true',
					confirmation_method: 'manual',
					description: 'Infinite Blob order IB-000001',
					'metadata[order_id]': request.orderId,
					'metadata[attempt]': '1',
					'expand[0]': 'latest_charge',
				},
			},
		]);
		const charge = stripe.ledger.charge(result.chargeId);
		expect(result).toMatchObject({ last4: '4242', chargedAt: charge.created * 1000 });
		expect(charge.metadata).toEqual({ order_id: request.orderId, attempt: '1' });
	});

	test('in yen is sent in yen', async () => {
		await charged({ amount: money(2_900, 'JPY') });
		expect(stripe.requests[0]?.params).toMatchObject({ amount: '2900', currency: 'jpy' });
	});

	test('asked for five times is made once', async () => {
		const { request, result } = await charged();
		for (let again = 0; again < 4; again++) expect(await provider.charge(request)).toEqual(result);
		expect(intentsOf(request)).toHaveLength(1);
	});

	test('asked for while the first request is at work is in doubt, and made once', async () => {
		const request = aCharge();
		fail('held');
		const both = await Promise.allSettled([provider.charge(request), provider.charge(request)]);
		for (const one of both) expect(one).toMatchObject({ reason: expect.any(PaymentInDoubt) });
		expect(stripe.requests.map(({ error }) => error)).toContain('idempotency_key_in_use');
		stripe.release();
		const settled = () => provider.charge(request).catch(() => undefined);
		await expect.poll(settled).toMatchObject({ kind: 'succeeded' });
		expect(paidTimes(request)).toBe(1);
	});

	test.each(testCards)('of $name comes to what it stands for', async ({ name, last4, outcome }) => {
		const result = await provider.charge(aCharge({ paymentMethod: name }));
		expect(result.last4).toBe(last4);
		if (outcome.kind === 'succeeds') return expect(result.kind).toBe('succeeded');
		const { declineCode, reason } = outcome;
		// Stripe's word for a decline without a reason.
		const said = declineCode === 'card_declined' ? 'generic_decline' : declineCode;
		expect(result).toMatchObject({ kind: 'declined', declineCode: said, reason });
	});

	test('declined stays declined when asked for again', async () => {
		const request = aCharge({ paymentMethod: 'pm_card_chargeDeclined' });
		const result = await provider.charge(request);
		expect(await provider.charge(request)).toEqual(result);
		expect(intentsOf(request)).toHaveLength(1);
	});

	test('of a stolen card does not tell the shopper so', async () => {
		const result = await provider.charge(aCharge({ paymentMethod: 'pm_card_visa_chargeDeclinedStolenCard' }));
		expect(result).toMatchObject({ kind: 'declined', declineCode: 'generic_decline' });
		expect(JSON.stringify(result)).not.toContain('stolen');
	});

	test('that the shopper would have to confirm is declined, and can never succeed', async () => {
		const request = aCharge({ paymentMethod: 'pm_card_authenticationRequired' });
		const result = await provider.charge(request);
		expect(result).toMatchObject({ kind: 'declined', declineCode: 'authentication_required' });
		expect(intentsOf(request)).toMatchObject([{ status: 'canceled', cancellation_reason: 'abandoned' }]);
		expect(await provider.charge(request)).toEqual(result);
	});

	test('of an unknown payment method is declined', async () => {
		const result = await provider.charge(aCharge({ paymentMethod: 'pm_card_gold' }));
		expect(result).toMatchObject({ kind: 'declined', declineCode: 'invalid_payment_method', last4: null });
	});

	test('that is too small is declined with the reason', async () => {
		const result = await provider.charge(aCharge({ amount: money(20, 'USD') }));
		expect(result).toMatchObject({ kind: 'declined', declineCode: 'amount_too_small' });
		expect(result.kind === 'declined' && result.reason).toContain('below');
	});

	test('that Stripe does not understand is refused', async () => {
		const request = aCharge({ description: 'x'.repeat(600) });
		await expect(provider.charge(request)).rejects.toThrow(PaymentRefused);
		expect(await provider.findCharge(request)).toBeUndefined();
	});

	test('that the bank has not decided is in doubt until it has', async () => {
		stripe.ledger.undecided = true;
		const request = aCharge();
		await expect(provider.charge(request)).rejects.toThrow(PaymentInDoubt);
		stripe.ledger.decide(intentsOf(request)[0]!.id);
		expect(await provider.charge(request)).toMatchObject({ kind: 'succeeded' });
		expect(intentsOf(request)).toHaveLength(1);
	});
});

describe('without an answer', () => {
	test('the connection that breaks once is bridged', async () => {
		fail('cut_after');
		const { request } = await charged();
		expect(paidTimes(request)).toBe(1);
	});

	for (const kind of ['cut_before', 'cut_after'] as const) {
		test(`it is in doubt, and asking again charges once: ${kind}`, async () => {
			const request = aCharge();
			fail(kind, 2);
			await expect(provider.charge(request)).rejects.toThrow(PaymentInDoubt);
			expect(await provider.charge(request)).toMatchObject({ kind: 'succeeded' });
			expect(paidTimes(request)).toBe(1);
		});
	}

	test('a failure of Stripe’s after charging is looked behind', async () => {
		const request = aCharge();
		fail('500_after');
		expect(await provider.charge(request)).toMatchObject({ kind: 'succeeded' });
		expect(paidTimes(request)).toBe(1);
	});

	test('a failure of Stripe’s before charging is in doubt as long as Stripe repeats it, and paid in the end', async () => {
		const request = aCharge();
		fail('500_before');
		await expect(provider.charge(request)).rejects.toThrow(PaymentInDoubt);
		await expect(provider.charge(request)).rejects.toThrow(PaymentInDoubt);
		stripe.passTime(25 * hour);
		expect(await provider.charge(request)).toMatchObject({ kind: 'succeeded' });
		expect(paidTimes(request)).toBe(1);
	});

	test('too many requests mean that nothing was done', async () => {
		const request = aCharge();
		fail('429');
		await expect(provider.charge(request)).rejects.toThrow(ProviderUnavailable);
		expect(intentsOf(request)).toEqual([]);
		expect(await provider.charge(request)).toMatchObject({ kind: 'succeeded' });
	});

	test('nobody listening means that nothing was done', async () => {
		const nowhere = stripeProvider(
			connectStripe({ secretKey: 'sk_test_12345678', apiUrl: 'http://127.0.0.1:9' }),
		);
		await expect(nowhere.charge(aCharge())).rejects.toThrow(ProviderUnavailable);
	});
});

describe('after Stripe has forgotten the key', () => {
	test.each([25, 60])('a charge made before is found: %i hours', async (hours) => {
		const { request, result } = await charged();
		stripe.passTime(hours * hour);
		expect(await provider.charge(request)).toEqual(result);
		expect(intentsOf(request)).toHaveLength(1);
	});

	test('a decline made before is found', async () => {
		const request = aCharge({ paymentMethod: 'pm_card_chargeDeclinedInsufficientFunds' });
		const result = await provider.charge(request);
		stripe.passTime(25 * hour);
		expect(await provider.charge(request)).toEqual(result);
	});

	test('a charge that nobody heard of is made', async () => {
		const request = aCharge();
		stripe.passTime(25 * hour);
		expect(await provider.charge(request)).toMatchObject({ kind: 'succeeded' });
	});

	test('one made a moment ago, which the search does not know yet, is found', async () => {
		const request = aCharge({ intendedAt: stripe.now() - 30 * hour });
		const result = await provider.charge(request);
		expect(await provider.charge({ ...request, idempotencyKey: 'another' })).toEqual(result);
		expect(intentsOf(request)).toHaveLength(1);
	});

	test('another attempt of the same order is not taken for it', async () => {
		const { request } = await charged({ attempt: 2 });
		expect(await provider.findCharge({ ...request, attempt: 1 })).toBeUndefined();
		stripe.passTime(25 * hour);
		expect(await provider.findCharge({ ...request, attempt: 1 })).toBeUndefined();
	});

	test('among hundreds of others it is found', async () => {
		const { request, result } = await charged();
		for (let other = 0; other < 120; other++) await charged();
		expect(await provider.findCharge(request)).toMatchObject({ chargeId: result.chargeId });
	});
});

describe('the key with other parameters', () => {
	test('tells what was done when the amount is the same', async () => {
		const { request, result } = await charged();
		expect(await provider.charge({ ...request, description: 'another' })).toEqual(result);
	});

	test('is refused when the amount is another one, and the charge is found with its own', async () => {
		const { request, result } = await charged();
		const other = { ...request, amount: money(1, 'EUR') };
		await expect(provider.charge(other)).rejects.toThrow(PaymentRefused);
		const { kind, ...charge } = result;
		expect(await provider.findCharge(other)).toEqual({ ...charge, amount: money(2_900, 'EUR') });
	});
});

describe('a refund', () => {
	test('is made of the charge under our key, once', async () => {
		const { request, result } = await charged();
		stripe.requests.length = 0;
		const wanted = aRefund(result.chargeId, request.orderId);
		const refund = await provider.refund(wanted);
		expect(stripe.requests).toEqual([
			{
				endpoint: toRefund,
				idempotencyKey: `refund:${result.chargeId}`,
				status: 200,
				params: { charge: result.chargeId, amount: '2900', 'metadata[order_id]': request.orderId },
			},
		]);
		expect(await provider.refund(wanted)).toEqual(refund);
		expect(stripe.ledger.charge(result.chargeId).amount_refunded).toBe(2_900);
	});

	for (const kind of ['cut_after', '500_after'] as const) {
		test(`whose answer is lost is made once: ${kind}`, async () => {
			const { request, result } = await charged();
			const wanted = aRefund(result.chargeId, request.orderId);
			fail(kind, 2, toRefund);
			await provider.refund(wanted).catch(() => undefined);
			expect(await provider.refund(wanted)).toMatchObject({ refundId: expect.stringMatching(/^re_/) });
			expect(stripe.ledger.charge(result.chargeId).amount_refunded).toBe(2_900);
		});
	}

	test('that was made by hand is reported as done', async () => {
		const { request, result } = await charged();
		const byHand = stripe.ledger.payBack(new Map([['charge', result.chargeId]]));
		const wanted = aRefund(result.chargeId, request.orderId);
		expect(await provider.refund(wanted)).toMatchObject({ refundId: byHand.id });
		expect(await provider.findRefund(wanted)).toMatchObject({ refundId: byHand.id });
	});

	test('is found after Stripe has forgotten the key', async () => {
		const { request, result } = await charged();
		const wanted = aRefund(result.chargeId, request.orderId);
		const refund = await provider.refund(wanted);
		stripe.passTime(25 * hour);
		stripe.requests.length = 0;
		expect(await provider.refund(wanted)).toEqual(refund);
		expect(stripe.requests.map(({ endpoint }) => endpoint)).toEqual(['GET /v1/refunds']);
	});

	test('that has not reached the card is in doubt until it has', async () => {
		const { request, result } = await charged();
		stripe.ledger.undecided = true;
		const wanted = aRefund(result.chargeId, request.orderId);
		await expect(provider.refund(wanted)).rejects.toThrow(PaymentInDoubt);
		await expect(provider.findRefund(wanted)).rejects.toThrow(PaymentInDoubt);
		const [refund] = [...stripe.ledger.refunds.values()].slice(-1);
		stripe.ledger.payOut(refund!.id);
		expect(await provider.refund(wanted)).toMatchObject({ refundId: refund!.id });
	});

	test('of an unknown charge is refused, and not found', async () => {
		const wanted = aRefund('ch_unknown', 'ord_x');
		await expect(provider.refund(wanted)).rejects.toThrow(PaymentRefused);
		expect(await provider.findRefund(wanted)).toBeUndefined();
	});
});

test('no error carries the key, the intent’s secret or Stripe’s own error', async () => {
	const wrong = 'sk_test_wrongwrongwrong';
	const stranger = stripeProvider(connectStripe({ secretKey: wrong, apiUrl: stripe.url }));
	const refused = await stranger.charge(aCharge()).catch((error: Error) => error);
	expect(refused).toBeInstanceOf(ProviderUnavailable);
	const { request, result } = await charged();
	const again = aRefund(result.chargeId, request.orderId, { amount: money(9_999, 'EUR') });
	const tooMuch = await provider.refund(again).catch((error: Error) => error);
	expect(tooMuch).toBeInstanceOf(PaymentRefused);
	for (const error of [refused, tooMuch] as Error[]) {
		const shown = JSON.stringify({
			...error,
			message: error.message,
			stack: error.stack,
			cause: error.cause,
		});
		expect(shown).not.toMatch(/sk_test|_secret_|payment_intent"/);
	}
});
