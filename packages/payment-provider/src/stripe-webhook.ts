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

/** An event of Stripe's: what it is about, by the ids that are used of it. */
export interface StripeEvent {
	id: string;
	/** Stripe's name for what happened. */
	type: string;
	about:
		| { kind: 'intent'; intentId: string }
		| { kind: 'charge'; chargeId: string }
		| { kind: 'bounced'; refundId: string; chargeId: string | undefined }
		| { kind: 'other' };
}

/** What was received is not from Stripe, not of now, altered or no event. The message is for the sender. */
export class WebhookRefused extends Error {
	override name = 'WebhookRefused';
}

/** Stripe's webhook events: checked first, understood second. */
export interface StripeWebhook {
	/**
	 * @returns the payload, parsed but of any shape
	 * @throws WebhookRefused unless the signature is Stripe's and dated at most five minutes from now
	 */
	verify(payload: Buffer, signature: string | undefined): unknown;
	/** @throws ProviderUnavailable or PaymentInDoubt when Stripe cannot be asked */
	read(event: StripeEvent): Promise<ProviderNews>;
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
		verify(payload, signature) {
			const now = clock();
			let body: unknown;
			try {
				body = stripe.webhooks.constructEvent(
					payload,
					signature ?? '',
					secret,
					toleranceSeconds,
					undefined,
					now,
				);
			} catch (error) {
				throw new WebhookRefused(whatIsWrong(error, signature));
			}
			// Stripe's library minds only what is old; such a signature would be good for longer than its event is known.
			if (signedAt(signature) - now / 1000 > toleranceSeconds)
				throw new WebhookRefused('The signature is dated more than five minutes ahead.');
			return body;
		},
		async read({ type, about }) {
			try {
				if (about.kind === 'intent') return await readIntent(stripe, about.intentId);
				if (about.kind === 'charge') return await readRefund(stripe, about.chargeId);
				return about.kind === 'bounced' ? about : nothing(`${type} is no event that anything here waits for`);
			} catch (error) {
				throw translated(error);
			}
		},
	};
}

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

/** The time of a signature that holds, in epoch seconds: of several the last, as Stripe's library has it. */
function signedAt(signature = ''): number {
	const times = signature.split(',').filter((part) => part.startsWith('t='));
	return Number.parseInt(times.at(-1)?.slice(2) ?? '', 10);
}

function whatIsWrong(error: unknown, signature: string | undefined): string {
	if (!signature) return 'The Stripe-Signature header is missing.';
	if (!(error instanceof Stripe.errors.StripeSignatureVerificationError))
		return 'The body is no event of Stripe’s.';
	return error.message.includes('tolerance')
		? 'The signature is more than five minutes old.'
		: 'The signature is not Stripe’s for this body.';
}
