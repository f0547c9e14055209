import Stripe from 'stripe';
import { type ChargeResult, PaymentInDoubt, type Refund } from './payment-provider.ts';
import { translated } from './stripe-errors.ts';
import { findStripeRefund } from './stripe-lookup.ts';
import { finalResult, withCharge } from './stripe-outcome.ts';

/**
 * What a provider tells unasked: what a charge came to, that one was paid back, that a refund which had been made came
 * back from the bank, which takes a person, or nothing of ours.
 */
export type ProviderNews =
	| { kind: 'charge'; orderId: string; attempt: number; result: ChargeResult }
	| { kind: 'refund'; orderId: string; attempt: number; chargeId: string; refund: Refund }
	| { kind: 'bounced'; refundId: string; chargeId: string | undefined }
	| { kind: 'nothing'; why: string };

/** What was received is not from Stripe, is too old or was altered. The message is for the sender. */
export class WebhookRefused extends Error {
	override name = 'WebhookRefused';
}

/** Stripe's webhook events: checked first, understood second. */
export interface StripeWebhook {
	/** @throws WebhookRefused unless the signature is Stripe's and at most five minutes old */
	verify(body: Buffer, signature: string | undefined): Stripe.Event;
	/** @throws ProviderUnavailable or PaymentInDoubt when Stripe cannot be asked */
	read(event: Stripe.Event): Promise<ProviderNews>;
}

const toleranceSeconds = 300;
const inTime = { timeout: 8_000, maxNetworkRetries: 0 };

/**
 * Reads Stripe's webhook events. An event is taken as a doorbell: events come late, in any order, and in the form of
 * the API that the account chose for them. So only ids are taken from it, and what is so now is asked of Stripe.
 *
 * @param secret the endpoint's signing secret
 * @param clock epoch milliseconds
 */
export function stripeWebhook(stripe: Stripe, secret: string, clock: () => number = Date.now): StripeWebhook {
	return {
		verify(body, signature) {
			try {
				const { webhooks } = stripe;
				return webhooks.constructEvent(body, signature ?? '', secret, toleranceSeconds, undefined, clock());
			} catch (error) {
				throw new WebhookRefused(whatIsWrong(error, signature));
			}
		},
		async read({ type, data }) {
			try {
				const { object } = data as { object: { id: string; charge?: string | { id: string } | null } };
				if (intentEvents.has(type)) return await readIntent(stripe, object.id);
				if (type === 'charge.refunded') return await readRefund(stripe, object.id);
				const chargeId = typeof object.charge === 'string' ? object.charge : object.charge?.id;
				if (type === 'refund.failed') return { kind: 'bounced', refundId: object.id, chargeId };
				if (refundEvents.has(type) && chargeId) return await readRefund(stripe, chargeId);
				return nothing(`${type} is no event that anything here waits for`);
			} catch (error) {
				throw translated(error);
			}
		},
	};
}

const intentEvents = new Set<string>([
	'payment_intent.succeeded',
	'payment_intent.payment_failed',
	'payment_intent.processing',
	'payment_intent.canceled',
]);

const refundEvents = new Set<string>(['refund.created', 'refund.updated']);

async function readIntent(stripe: Stripe, id: string): Promise<ProviderNews> {
	const intent = await stripe.paymentIntents.retrieve(id, withCharge, inTime);
	const ours = attemptIn(intent.metadata);
	if (!ours) return nothing(`${id} belongs to no order`);
	const result = finalResult(intent);
	return result ? { kind: 'charge', ...ours, result } : nothing(`${id} is not decided: ${intent.status}`);
}

async function readRefund(stripe: Stripe, chargeId: string): Promise<ProviderNews> {
	const { metadata, refunded } = await stripe.charges.retrieve(chargeId, {}, inTime);
	const ours = attemptIn(metadata);
	if (!ours) return nothing(`${chargeId} belongs to no order`);
	if (!refunded) return nothing(`${chargeId} is not paid back whole`);
	const refund = await findStripeRefund(stripe, chargeId).catch(whenUndecided);
	return refund
		? { kind: 'refund', ...ours, chargeId, refund }
		: nothing(`${chargeId} has no refund that worked`);
}

/** Another event tells of the decision. */
function whenUndecided(error: unknown): undefined {
	if (!(error instanceof PaymentInDoubt)) throw error;
}

function attemptIn(metadata: Stripe.Metadata): { orderId: string; attempt: number } | undefined {
	const attempt = Number(metadata.attempt);
	return metadata.order_id && Number.isInteger(attempt) && attempt > 0
		? { orderId: metadata.order_id, attempt }
		: undefined;
}

function nothing(why: string): ProviderNews {
	return { kind: 'nothing', why };
}

function whatIsWrong(error: unknown, signature: string | undefined): string {
	if (!signature) return 'The Stripe-Signature header is missing.';
	if (!(error instanceof Stripe.errors.StripeSignatureVerificationError))
		return 'The body is no event of Stripe’s.';
	return error.message.includes('tolerance')
		? 'The signature is more than five minutes old.'
		: 'The signature is not Stripe’s for this body.';
}
