import type Stripe from 'stripe';
import { PaymentInDoubt, type Refund } from './payment-provider.ts';

/** What Stripe keeps beside an intent and its charge. */
export interface StripeMetadata {
	[name: string]: string;
	order_id: string;
	attempt: string;
}

/** The metadata of a charge, by which it is found again. */
export function metadataOf({ orderId, attempt }: { orderId: string; attempt: number }): StripeMetadata {
	return { order_id: orderId, attempt: String(attempt) };
}

/** Clocks differ, and a request is under way for a while. */
const leewayMs = 5 * 60_000;
/** How long Stripe's search may lag behind what was done, when it is at its worst. */
const searchLagMs = 60 * 60_000;

/**
 * The intent that was made for an attempt, the successful one if there are several; undefined when there is none.
 * Stripe's search finds what is old, its list what is too new for the search.
 *
 * @param intendedAt when the attempt was first meant, in epoch milliseconds
 * @param now epoch milliseconds
 */
export async function findIntent(
	stripe: Stripe,
	attempt: { orderId: string; attempt: number; intendedAt: number },
	now: number,
): Promise<Stripe.PaymentIntent | undefined> {
	const wanted = metadataOf(attempt);
	const meant = attempt.intendedAt - leewayMs;
	const searchable = now - searchLagMs;
	const found: Stripe.PaymentIntent[] = [];
	if (meant < searchable) {
		const query = Object.entries(wanted).map(([name, value]) => `metadata["${name}"]:"${quoted(value)}"`);
		const { data } = await stripe.paymentIntents.search({
			query: query.join(' AND '),
			limit: 100,
			expand: ['data.latest_charge'],
		});
		found.push(...data);
	}
	if (found.length === 0) {
		const gte = Math.floor(Math.max(meant, searchable - leewayMs) / 1000);
		const recent = stripe.paymentIntents.list({
			created: { gte },
			limit: 100,
			expand: ['data.latest_charge'],
		});
		for await (const intent of recent) {
			const { order_id, attempt: number } = intent.metadata;
			if (order_id === wanted.order_id && number === wanted.attempt) found.push(intent);
		}
	}
	return found.find(({ status }) => status === 'succeeded') ?? found[0];
}

/**
 * The refund that paid a charge back, whoever asked for it; undefined when there is none.
 *
 * @param amount in minor units; any amount, the newest, when left out
 * @throws PaymentInDoubt when the only one is still under way
 */
export async function findStripeRefund(
	stripe: Stripe,
	chargeId: string,
	amount?: number,
): Promise<Refund | undefined> {
	const { data } = await stripe.refunds.list({ charge: chargeId, limit: 100 });
	const fitting = data.filter((refund) => amount === undefined || refund.amount === amount);
	const done = fitting.find(({ status }) => status === 'succeeded');
	if (done) return refundOf(done);
	const open = fitting.find(({ status }) => status === 'pending' || status === 'requires_action');
	if (open) throw new PaymentInDoubt(`Stripe has not paid ${open.id} out yet`);
	return undefined;
}

/** A refund of Stripe's as the shop knows refunds. */
export function refundOf({ id, created }: Stripe.Refund): Refund {
	return { refundId: id, refundedAt: created * 1000 };
}

function quoted(value: string): string {
	return value.replaceAll(/["\\]/g, '\\$&');
}
