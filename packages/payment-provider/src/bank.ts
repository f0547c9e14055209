import { randomUUID } from 'node:crypto';
import type { ChainableCommander } from '@infinite-blob/redis/connect';
import type { Decision, Transactions } from '@infinite-blob/redis/transactions';
import { entryKey, type LedgerCharge, readEntry, writeEntry } from './bank-ledger.ts';
import {
	type ChargeRequest,
	type ChargeResult,
	PaymentRefused,
	type Refund,
	type RefundRequest,
} from './payment-provider.ts';
import { findTestCard } from './test-cards.ts';

/** What an idempotency key was used for, and what it came to. */
export interface Answered<Result> {
	request: string;
	result: Result;
}

/** A decision of the bank: its answer, and the entries to be written with it. */
interface Ruling<Result> {
	result: Result;
	write?: (multi: ChainableCommander) => void;
}

/** Where a key's answer is kept. */
export function answerKey(idempotencyKey: string): string {
	return `bank:key:${idempotencyKey}`;
}

/**
 * The test provider's bank, which does what it is asked at once and without fail. A key's answer and the entries of
 * the ledger are written in one transaction, so that no crash separates them.
 */
export class Bank {
	readonly #transactions: Transactions;
	readonly #clock: () => number;

	/** @param clock epoch milliseconds */
	constructor(transactions: Transactions, clock: () => number) {
		this.#transactions = transactions;
		this.#clock = clock;
	}

	/** @throws PaymentRefused */
	charge(request: ChargeRequest): Promise<ChargeResult> {
		const id = `ch_${randomUUID()}`;
		return this.#once(request, id, () => decideCharge(request, id, this.#clock()));
	}

	/** @throws PaymentRefused */
	refund(request: RefundRequest): Promise<Refund> {
		const { chargeId } = request;
		return this.#once(request, chargeId, (charge) => decideRefund(request, charge, this.#clock()));
	}

	#once<Result>(
		// When it was meant says nothing about what was meant.
		{ idempotencyKey, intendedAt: _, ...parameters }: ChargeRequest | RefundRequest,
		chargeId: string,
		rule: (charge: LedgerCharge | undefined) => Ruling<Result>,
	): Promise<Result> {
		const request = JSON.stringify(parameters);
		const key = answerKey(idempotencyKey);
		return this.#transactions.run(
			[key, entryKey('charge', chargeId)],
			async (redis): Promise<Decision<Result>> => {
				const known = await redis.get(key);
				if (known !== null) return { result: repeat<Result>(JSON.parse(known), request, idempotencyKey) };
				const { result, write } = rule(await readEntry(redis, 'charge', chargeId));
				const answered: Answered<Result> = { request, result };
				return {
					result,
					write(multi) {
						multi.set(key, JSON.stringify(answered));
						write?.(multi);
					},
				};
			},
		);
	}
}

function repeat<Result>(known: Answered<Result>, request: string, idempotencyKey: string): Result {
	if (known.request === request) return known.result;
	throw new PaymentRefused(`the idempotency key ${idempotencyKey} was used with other parameters`);
}

function decideCharge(request: ChargeRequest, id: string, now: number): Ruling<ChargeResult> {
	const { intendedAt: _, ...asked } = request;
	if (asked.amount.amount <= 0) throw new PaymentRefused('a charge must be above zero');
	const card = findTestCard(asked.paymentMethod);
	if (!card) return decline(asked, unknownMethod, null, now);
	const { last4, outcome } = card;
	if (outcome.kind === 'declines') return decline(asked, outcome, last4, now);
	const charge = { id, ...asked, last4, chargedAt: now, refunded: 0, refunds: [] };
	return {
		result: { kind: 'succeeded', chargeId: id, last4, chargedAt: now },
		write: (multi) => writeEntry(multi, 'charge', charge, now),
	};
}

const unknownMethod = {
	declineCode: 'invalid_payment_method',
	reason: 'This payment method is not known. Choose another one.',
};

function decline(
	{ description: _, ...asked }: Omit<ChargeRequest, 'intendedAt'>,
	{ declineCode, reason }: { declineCode: string; reason: string },
	last4: string | null,
	now: number,
): Ruling<ChargeResult> {
	const entry = { id: `dc_${randomUUID()}`, ...asked, declineCode, declinedAt: now };
	return {
		result: { kind: 'declined', declineCode, reason, last4 },
		write: (multi) => writeEntry(multi, 'decline', entry, now),
	};
}

function decideRefund(request: RefundRequest, charge: LedgerCharge | undefined, now: number): Ruling<Refund> {
	if (!charge) throw new PaymentRefused(`there is no charge ${request.chargeId}`);
	const { intendedAt: _, ...asked } = request;
	const { amount, currency } = asked.amount;
	const rest = charge.amount.amount - charge.refunded;
	if (currency !== charge.amount.currency || amount <= 0 || amount > rest)
		throw new PaymentRefused(
			`of charge ${charge.id} ${rest} ${charge.amount.currency} can be refunded at most`,
		);
	const id = `re_${randomUUID()}`;
	const refunded = charge.refunded + amount;
	return {
		result: { refundId: id, refundedAt: now },
		write(multi) {
			writeEntry(
				multi,
				'charge',
				{ ...charge, refunded, refunds: [...charge.refunds, id] },
				charge.chargedAt,
			);
			writeEntry(multi, 'refund', { id, ...asked, refundedAt: now }, now);
		},
	};
}
