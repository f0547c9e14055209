import { setTimeout as sleep } from 'node:timers/promises';
import { isSameMoney } from '@infinite-blob/money/money';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { type Answered, answerKey, Bank } from './bank.ts';
import { readEntry } from './bank-ledger.ts';
import { outageKey, troubleOf } from './bank-outage.ts';
import {
	type ChargeResult,
	PaymentInDoubt,
	type PaymentProvider,
	ProviderUnavailable,
} from './payment-provider.ts';
import { troubleOfCard } from './test-cards.ts';
import type { Trouble } from './trouble.ts';

/** Where the bank keeps its books, and how it and its client behave. */
export interface TestProviderOptions {
	redis: Redis;
	transactions: Transactions;
	/** Epoch milliseconds. */
	clock?: () => number;
	/** How long the shop waits for an answer; 10 s when left out. */
	timeoutMs?: number;
	/** How late a slow answer comes; 3 s when left out. */
	slowMs?: number;
	/** From 0 up to 1: which calls an outage of a share of them meets. */
	random?: () => number;
}

/**
 * A payment provider without money, for development and tests. It keeps its ledger in Redis under `bank:`, apart from
 * everything of the shop's, as a bank would: what a key was asked for and answered, how often it was asked, and every
 * charge, refund and decline. Trouble on the way to it can be asked for: by payment method (`misbehavingCards`), which
 * a refund meets as its charge did, and for all calls (`startOutage`).
 */
export function testProvider(options: TestProviderOptions): PaymentProvider {
	const { redis, transactions, clock = Date.now, random = Math.random } = options;
	const { timeoutMs = 10_000, slowMs = 3_000 } = options;
	const bank = new Bank(transactions, clock);

	/** Asks the bank, past the trouble that meets this call. */
	async function ask<T>(act: () => Promise<T>, key?: string, paymentMethod?: string): Promise<T> {
		const [times, outage] = await Promise.all([
			key === undefined ? 0 : redis.incr(`bank:asked:${key}`),
			redis.get(outageKey),
		]);
		const trouble = troubleOf(outage, random()) ?? troubleOfCard(paymentMethod, times);
		return meet(trouble, act, slowMs);
	}

	const inTime = <T>(asking: Promise<T>): Promise<T> => answerWithin(timeoutMs, asking);

	return {
		charge: (request) =>
			inTime(ask(() => bank.charge(request), request.idempotencyKey, request.paymentMethod)),
		refund: (request) =>
			inTime(
				readEntry(redis, 'charge', request.chargeId).then((charge) =>
					ask(() => bank.refund(request), request.idempotencyKey, charge?.paymentMethod),
				),
			),
		findCharge: ({ idempotencyKey }) =>
			inTime(
				ask(async () => {
					const text = await redis.get(answerKey(idempotencyKey));
					if (text === null) return undefined;
					const { result } = JSON.parse(text) as Answered<ChargeResult>;
					const charge =
						result.kind === 'succeeded' ? await readEntry(redis, 'charge', result.chargeId) : undefined;
					if (!charge) return undefined;
					const { id: chargeId, last4, chargedAt, amount } = charge;
					return { chargeId, last4, chargedAt, amount };
				}),
			),
		findRefund: ({ chargeId, amount }) =>
			inTime(
				ask(async () => {
					const charge = await readEntry(redis, 'charge', chargeId);
					for (const id of charge?.refunds ?? []) {
						const refund = await readEntry(redis, 'refund', id);
						if (refund && isSameMoney(refund.amount, amount))
							return { refundId: id, refundedAt: refund.refundedAt };
					}
					return undefined;
				}),
			),
	};
}

// One of its own for each call: what waits for one that lasts would be kept in memory for ever.
const noAnswer = (): Promise<never> => new Promise(() => {});

async function meet<T>(trouble: Trouble | undefined, act: () => Promise<T>, slowMs: number): Promise<T> {
	if (trouble === 'unavailable') throw new ProviderUnavailable('the test bank answers 503: try again later');
	if (trouble === 'timeout_before') return noAnswer();
	const result = await act();
	if (trouble === 'timeout_after') return noAnswer();
	if (trouble === 'slow') await sleep(slowMs);
	return result;
}

async function answerWithin<T>(timeoutMs: number, asking: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			reject(new PaymentInDoubt(`the test bank did not answer within ${timeoutMs} ms`));
		}, timeoutMs);
	});
	try {
		return await Promise.race([asking, late]);
	} finally {
		clearTimeout(timer);
	}
}
