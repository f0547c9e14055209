import { randomUUID } from 'node:crypto';
import type { Money } from '@infinite-blob/money/money';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Decision, Transactions } from '@infinite-blob/redis/transactions';
import {
	type ChargeRequest,
	type ChargeResult,
	type PaymentProvider,
	PaymentRefused,
	type Refund,
	type RefundRequest,
} from './payment-provider.ts';
import { findTestCard } from './test-cards.ts';

/** A charge as the bank's ledger has it. */
export interface LedgerCharge {
	id: string;
	idempotencyKey: string;
	amount: Money;
	description: string;
	last4: string;
	/** Epoch milliseconds. */
	chargedAt: number;
	/** Minor units that were paid back. */
	refunded: number;
}

/** What an idempotency key was used for, and what it came to. */
interface Answered<Result> {
	request: string;
	result: Result;
}

/** A decision of the bank: its answer, and the charge as it is to be written when money moved. */
interface Ruling<Result> {
	result: Result;
	charge?: LedgerCharge;
}

/**
 * A payment provider without money, for development and tests. It keeps its ledger in Redis under `bank:`, apart
 * from everything of the shop's, as a bank would: what a key was asked for and answered, and every charge. The key's
 * answer and the charge are written in one transaction, so that no crash separates them.
 *
 * @param clock epoch milliseconds
 */
export function testProvider(transactions: Transactions, clock: () => number = Date.now): PaymentProvider {
	function once<Result>(
		{ idempotencyKey, intendedAt: _, ...parameters }: ChargeRequest | RefundRequest,
		chargeId: string,
		rule: (charge: LedgerCharge | undefined) => Ruling<Result>,
	): Promise<Result> {
		const request = JSON.stringify(parameters);
		const answerKey = `bank:key:${idempotencyKey}`;
		return transactions.run([answerKey, chargeKey(chargeId)], async (redis): Promise<Decision<Result>> => {
			const known = await redis.get(answerKey);
			if (known !== null) return { result: repeat<Result>(JSON.parse(known), request, idempotencyKey) };
			const { result, charge } = rule(await readCharge(redis, chargeId));
			const answered: Answered<Result> = { request, result };
			return {
				result,
				write(multi) {
					multi.set(answerKey, JSON.stringify(answered));
					if (!charge) return;
					multi.set(chargeKey(charge.id), JSON.stringify(charge));
					multi.zadd(chargesKey, charge.chargedAt, charge.id);
				},
			};
		});
	}

	return {
		charge(request) {
			const id = `ch_${randomUUID()}`;
			return once(request, id, () => decideCharge(request, id, clock()));
		},
		refund(request) {
			return once(request, request.chargeId, (charge) => decideRefund(request, charge, clock()));
		},
	};
}

/** Every charge in the test provider's ledger, oldest first. */
export async function listCharges(redis: Redis): Promise<LedgerCharge[]> {
	const ids = await redis.zrange(chargesKey, 0, '-1');
	const charges = await Promise.all(ids.map((id) => readCharge(redis, id)));
	return charges.filter((charge) => charge !== undefined);
}

const chargesKey = 'bank:charges';
const chargeKey = (id: string): string => `bank:charge:${id}`;

async function readCharge(redis: Redis, id: string): Promise<LedgerCharge | undefined> {
	const text = await redis.get(chargeKey(id));
	return text === null ? undefined : (JSON.parse(text) as LedgerCharge);
}

function repeat<Result>(known: Answered<Result>, request: string, idempotencyKey: string): Result {
	if (known.request === request) return known.result;
	throw new PaymentRefused(`the idempotency key ${idempotencyKey} was used with other parameters`);
}

function decideCharge(request: ChargeRequest, id: string, now: number): Ruling<ChargeResult> {
	const { idempotencyKey, amount, description } = request;
	if (amount.amount < 0) throw new PaymentRefused('a charge cannot be negative');
	const card = findTestCard(request.paymentMethod);
	if (!card) return { result: { kind: 'declined', ...unknownMethod, last4: null } };
	const { last4, outcome } = card;
	if (outcome.kind === 'declines') {
		const { declineCode, reason } = outcome;
		return { result: { kind: 'declined', declineCode, reason, last4 } };
	}
	const charge = { id, idempotencyKey, amount, description, last4, chargedAt: now, refunded: 0 };
	return { result: { kind: 'succeeded', chargeId: id, last4, chargedAt: now }, charge };
}

const unknownMethod = {
	declineCode: 'invalid_payment_method',
	reason: 'This payment method is not known. Choose another one.',
};

function decideRefund(request: RefundRequest, charge: LedgerCharge | undefined, now: number): Ruling<Refund> {
	if (!charge) throw new PaymentRefused(`there is no charge ${request.chargeId}`);
	const { amount, currency } = request.amount;
	const rest = charge.amount.amount - charge.refunded;
	if (currency !== charge.amount.currency || amount < 0 || amount > rest)
		throw new PaymentRefused(
			`of charge ${charge.id} ${rest} ${charge.amount.currency} can be refunded at most`,
		);
	return {
		result: { refundId: `re_${randomUUID()}`, refundedAt: now },
		charge: { ...charge, refunded: charge.refunded + amount },
	};
}
