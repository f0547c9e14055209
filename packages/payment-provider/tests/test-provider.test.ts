import { money } from '@infinite-blob/money/money';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listCharges, listDeclines, listRefunds } from '../src/bank-ledger.ts';
import { PaymentRefused } from '../src/payment-provider.ts';
import { testCards } from '../src/test-cards.ts';
import { type Bank, charge, openBank, refund } from './bank-fixture.ts';

let bank: Bank;
const provider = () => bank.provider();

beforeAll(async () => {
	bank = await openBank();
});

afterAll(() => bank[Symbol.asyncDispose]());

test('the same key asked for twenty times at once is charged once', async () => {
	const request = charge({ idempotencyKey: 'twenty' });
	const results = await Promise.all(Array.from({ length: 20 }, () => provider().charge(request)));
	expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
	expect(results[0]).toMatchObject({ kind: 'succeeded', last4: '4242', chargedAt: 1_000 });
	const charges = (await listCharges(bank.redis)).filter(({ idempotencyKey }) => idempotencyKey === 'twenty');
	expect(charges).toMatchObject([{ amount: money(2_900, 'EUR'), refunded: 0 }]);
});

test('the same key with another amount is refused', async () => {
	await provider().charge(charge({ idempotencyKey: 'reused' }));
	const other = provider().charge(charge({ idempotencyKey: 'reused', amount: money(1, 'EUR') }));
	await expect(other).rejects.toThrow(PaymentRefused);
});

test('the same key is the same charge, whenever it was meant', async () => {
	const first = await provider().charge(charge({ idempotencyKey: 'meant-later' }));
	expect(await provider().charge(charge({ idempotencyKey: 'meant-later', intendedAt: 5_000 }))).toEqual(
		first,
	);
});

test.each(testCards)('$name comes to what it stands for', async ({ name, last4, outcome }) => {
	const result = await provider().charge(charge({ idempotencyKey: `card-${name}`, paymentMethod: name }));
	expect(result.last4).toBe(last4);
	if (outcome.kind === 'succeeds') expect(result.kind).toBe('succeeded');
	else expect(result).toMatchObject({ kind: 'declined', declineCode: outcome.declineCode });
	const charges = (await listCharges(bank.redis)).filter((one) => one.idempotencyKey === `card-${name}`);
	expect(charges).toHaveLength(outcome.kind === 'succeeds' ? 1 : 0);
});

test('an unknown payment method is declined', async () => {
	const result = await provider().charge(
		charge({ idempotencyKey: 'unknown', paymentMethod: 'pm_card_gold' }),
	);
	expect(result).toMatchObject({ kind: 'declined', declineCode: 'invalid_payment_method', last4: null });
});

test('a charge is refunded once, however often it is asked for, and never beyond its amount', async () => {
	const result = await provider().charge(charge({ idempotencyKey: 'to-refund' }));
	if (result.kind !== 'succeeded') throw new Error('the charge was declined');
	const { chargeId } = result;
	const refunds = await Promise.all(
		Array.from({ length: 5 }, () => provider().refund(refund({ idempotencyKey: 'refund-1', chargeId }))),
	);
	expect(new Set(refunds.map(({ refundId }) => refundId)).size).toBe(1);
	const again = provider().refund(refund({ idempotencyKey: 'refund-2', chargeId }));
	await expect(again).rejects.toThrow(PaymentRefused);
	const [ledger] = (await listCharges(bank.redis)).filter(({ id }) => id === chargeId);
	expect(ledger?.refunded).toBe(2_900);
});

test('a refund of a charge that does not exist is refused', async () => {
	const unknown = provider().refund(refund({ idempotencyKey: 'refund-x', chargeId: 'ch_x' }));
	await expect(unknown).rejects.toThrow('there is no charge ch_x');
});

test('each refund and each decline is an entry of the ledger of its own', async () => {
	const made = await provider().charge(charge({ idempotencyKey: 'ord_7:1', orderId: 'ord_7' }));
	if (made.kind !== 'succeeded') throw new Error('the charge was declined');
	const { chargeId } = made;
	const half = money(1_450, 'EUR');
	for (const idempotencyKey of ['half', 'other-half'])
		await provider().refund(refund({ idempotencyKey, orderId: 'ord_7', chargeId, amount: half }));
	const refunds = (await listRefunds(bank.redis)).filter((entry) => entry.chargeId === chargeId);
	expect(refunds).toMatchObject([
		{ orderId: 'ord_7', amount: half, refundedAt: 1_000 },
		{ orderId: 'ord_7', amount: half, refundedAt: 1_000 },
	]);
	const declined = { idempotencyKey: 'ord_8:2', orderId: 'ord_8', attempt: 2 };
	const request = charge({ ...declined, paymentMethod: 'pm_card_chargeDeclined' });
	for (let times = 0; times < 3; times++) await provider().charge(request);
	const declines = (await listDeclines(bank.redis)).filter(({ orderId }) => orderId === 'ord_8');
	expect(declines).toEqual([
		{
			...declined,
			id: expect.any(String),
			amount: request.amount,
			paymentMethod: 'pm_card_chargeDeclined',
			declineCode: 'card_declined',
			declinedAt: 1_000,
		},
	]);
});

test('a charge is found whatever it was asked with, and a refund whoever asked for it', async () => {
	const request = charge({ idempotencyKey: 'ord_9:1', orderId: 'ord_9' });
	expect(await provider().findCharge(request)).toBeUndefined();
	const made = await provider().charge(request);
	if (made.kind !== 'succeeded') throw new Error('the charge was declined');
	const { kind: _, ...money } = made;
	const other = { ...request, description: 'in other words' };
	expect(await provider().findCharge(other)).toEqual({ ...money, amount: request.amount });
	const back = refund({ idempotencyKey: 'by-hand', orderId: 'ord_9', chargeId: made.chargeId });
	expect(await provider().findRefund({ ...back, idempotencyKey: 'ours' })).toBeUndefined();
	const refunded = await provider().refund(back);
	expect(await provider().findRefund({ ...back, idempotencyKey: 'ours' })).toEqual(refunded);
});

test('nothing is charged for a declined attempt that is looked for', async () => {
	const request = charge({ idempotencyKey: 'ord_10:1', paymentMethod: 'pm_card_chargeDeclined' });
	await provider().charge(request);
	expect(await provider().findCharge(request)).toBeUndefined();
});
