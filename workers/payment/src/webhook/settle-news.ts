import { appendTo } from '@infinite-blob/events/append';
import { type Envelope, makeEvent } from '@infinite-blob/events/envelope';
import { chargeRefunded } from '@infinite-blob/events/orders/charge-refunded';
import type { ChargeResult, Refund } from '@infinite-blob/payment-provider/payment-provider';
import type { ProviderNews } from '@infinite-blob/payment-provider/stripe-webhook';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { chargeReport } from '../charge-report.ts';
import { attemptKey, type PaymentRecord, refundKey } from '../payment-records.ts';

/** What became of a webhook event. */
export type Settled = 'recorded' | 'known' | 'repeated' | 'foreign';

/** What an event changes: records by their keys, and what is reported. Undefined for one of another shop. */
interface Effect {
	records: Record<string, PaymentRecord<ChargeResult> | PaymentRecord<Refund>>;
	reports: Envelope[];
}

/** Longer than Stripe sends an event again, which is three days, and than a signature is good for. */
const rememberSeconds = 7 * 24 * 3_600;

export function webhookKey(eventId: string): string {
	return `payment:webhook:${eventId}`;
}

/**
 * Records what the provider told and reports it, unless that was done before: by the worker's own question, by
 * another event or by this one. The event counts as seen only together with its effect.
 *
 * @param now epoch milliseconds
 */
export function settleNews(
	transactions: Transactions,
	eventId: string,
	news: ProviderNews & { kind: 'charge' | 'refund' },
	now: number,
): Promise<Settled> {
	const seen = webhookKey(eventId);
	const attempt = attemptKey(news.orderId, news.attempt);
	const refund = news.kind === 'refund' ? refundKey(news.chargeId) : undefined;
	return transactions.run<Settled>([seen, attempt, ...(refund ? [refund] : [])], async (redis) => {
		if (await redis.exists(seen)) return { result: 'repeated' };
		const charged = await read<ChargeResult>(redis, attempt);
		const effect =
			news.kind === 'charge'
				? chargeEffect(news, attempt, charged, eventId, now)
				: refundEffect(news, charged, await read<Refund>(redis, refundKey(news.chargeId)), eventId, now);
		if (!effect) return { result: 'foreign' };
		return {
			result: effect.reports.length > 0 ? 'recorded' : 'known',
			write(multi) {
				multi.set(seen, String(now), 'EX', rememberSeconds);
				for (const [key, record] of Object.entries(effect.records)) multi.set(key, JSON.stringify(record));
				for (const report of effect.reports) appendTo(multi, 'orders.events', report);
			},
		};
	});
}

function chargeEffect(
	news: ProviderNews & { kind: 'charge' },
	key: string,
	record: PaymentRecord<ChargeResult> | undefined,
	eventId: string,
	now: number,
): Effect | undefined {
	// Each charge is meant before it is asked for: what was never meant belongs to another shop of the same account.
	if (!record) return undefined;
	const { result } = news;
	const known = record.result;
	const report = chargeReport(news, result, eventId, now);
	// Taken money is reported whatever was recorded before: orders pays back what it does not wait for.
	const isNews =
		!known ||
		(result.kind === 'succeeded' && !(known.kind === 'succeeded' && known.chargeId === result.chargeId));
	if (!isNews) return { records: {}, reports: [] };
	return { records: known?.kind === 'succeeded' ? {} : { [key]: { ...record, result } }, reports: [report] };
}

function refundEffect(
	{ orderId, chargeId, refund }: ProviderNews & { kind: 'refund' },
	charged: PaymentRecord<ChargeResult> | undefined,
	record: PaymentRecord<Refund> | undefined,
	eventId: string,
	now: number,
): Effect | undefined {
	// Ours either because it was asked for here, or because somebody paid a charge of ours back at Stripe.
	const isOurs = record || (charged?.result?.kind === 'succeeded' && charged.result.chargeId === chargeId);
	if (!isOurs) return undefined;
	if (record?.result) return { records: {}, reports: [] };
	const done = { intendedAt: record?.intendedAt ?? refund.refundedAt, result: refund };
	return {
		records: { [refundKey(chargeId)]: done },
		reports: [makeEvent(chargeRefunded, orderId, { orderId, chargeId, ...refund }, eventId, now)],
	};
}

async function read<Result>(redis: Redis, key: string): Promise<PaymentRecord<Result> | undefined> {
	const text = await redis.get(key);
	return text === null ? undefined : (JSON.parse(text) as PaymentRecord<Result>);
}
