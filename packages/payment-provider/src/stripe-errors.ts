import Stripe from 'stripe';
import {
	type ChargeResult,
	PaymentInDoubt,
	PaymentRefused,
	ProviderUnavailable,
} from './payment-provider.ts';
import { declined } from './stripe-declines.ts';

const { errors } = Stripe;

/** The decline that an error is, or undefined when it is none. */
export function declineIn(error: unknown): (ChargeResult & { kind: 'declined' }) | undefined {
	if (error instanceof errors.StripeCardError) return declined(error);
	if (!(error instanceof errors.StripeInvalidRequestError)) return undefined;
	if (error.code === 'amount_too_small' || error.code === 'amount_too_large')
		return declined({ code: error.code });
	// Unknown, spent, of the other mode or of no kind that is taken here: the shopper can choose another one.
	return error.param === 'payment_method' ? declined({ code: 'invalid_payment_method' }) : undefined;
}

/** Whether the answer leaves open what an earlier request with the same key did. */
export function leavesOpen(error: unknown): boolean {
	// The answer to a key is kept, a failure of Stripe's own too: asking again would only repeat it.
	return error instanceof errors.StripeIdempotencyError || isServerError(error);
}

/** Whether it is an error of Stripe's with this code. */
export function hasCode(error: unknown, code: string): boolean {
	return error instanceof errors.StripeError && error.code === code;
}

/**
 * What an error of Stripe's means to the caller. Stripe's own error is left behind, since it carries the whole intent,
 * with its secret and what is known of the payer.
 */
export function translated(error: unknown): unknown {
	if (!(error instanceof errors.StripeError)) return error;
	const { type, code, statusCode, requestId } = error;
	const where = [type, code, statusCode, requestId].filter((part) => part !== undefined).join(', ');
	if (error instanceof errors.StripeAuthenticationError || error instanceof errors.StripePermissionError)
		return new ProviderUnavailable(`Stripe does not accept STRIPE_SECRET_KEY for this (${where}).`);
	const said = `Stripe: ${error.message} (${where})`;
	if (error instanceof errors.StripeRateLimitError || wasNeverSent(error))
		return new ProviderUnavailable(said);
	return error instanceof errors.StripeInvalidRequestError
		? new PaymentRefused(said)
		: new PaymentInDoubt(said);
}

function isServerError(error: unknown): boolean {
	return error instanceof errors.StripeAPIError && (error.statusCode ?? 0) >= 500;
}

const noConnection = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

function wasNeverSent(error: unknown): boolean {
	if (!(error instanceof errors.StripeConnectionError)) return false;
	const cause = error.detail as { code?: string } | undefined;
	return noConnection.has(cause?.code ?? '');
}
