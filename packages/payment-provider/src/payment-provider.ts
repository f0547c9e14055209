import type { Money } from '@infinite-blob/money/money';

/** One charge to be made. */
export interface ChargeRequest {
	/** The same key is charged once, however often it is asked for. */
	idempotencyKey: string;
	/**
	 * When this charge was first meant to be made, in epoch milliseconds: a provider that forgets keys after some time
	 * looks for what it did instead of trusting them.
	 */
	intendedAt: number;
	/** What the provider keeps beside the charge, so that what it tells later finds its order. */
	orderId: string;
	attempt: number;
	amount: Money;
	/** The provider's token for a card; never a card number. */
	paymentMethod: string;
	/** For the shopper's statement. */
	description: string;
}

/** Money that was taken. */
export interface Charge {
	chargeId: string;
	/** Null where no card was used. */
	last4: string | null;
	/** Epoch milliseconds. */
	chargedAt: number;
}

/** What a charge came to. Both are final for the charge's idempotency key. */
export type ChargeResult =
	| ({ kind: 'succeeded' } & Charge)
	| {
			kind: 'declined';
			/** The provider's word: card_declined, insufficient_funds, … */
			declineCode: string;
			/** For the shopper. */
			reason: string;
			/** Null when the provider does not know the payment method. */
			last4: string | null;
	  };

/** One payment back. */
export interface RefundRequest {
	/** The same key is refunded once, however often it is asked for. */
	idempotencyKey: string;
	/** When this refund was first meant to be made, in epoch milliseconds. */
	intendedAt: number;
	orderId: string;
	chargeId: string;
	amount: Money;
}

/** Money that was paid back. */
export interface Refund {
	refundId: string;
	/** Epoch milliseconds. */
	refundedAt: number;
}

/**
 * Takes and returns money. What is thrown says what the caller knows: PaymentRefused that this request moved nothing
 * and never will, ProviderUnavailable that it moved nothing yet, anything else (a timeout, PaymentInDoubt) nothing at
 * all. In both latter cases asking again with the same idempotency key is right: it tells, and moves money once.
 */
export interface PaymentProvider {
	/** @throws PaymentRefused, ProviderUnavailable or PaymentInDoubt */
	charge(request: ChargeRequest): Promise<ChargeResult>;
	/** @throws PaymentRefused, ProviderUnavailable or PaymentInDoubt */
	refund(request: RefundRequest): Promise<Refund>;
	/**
	 * The money that was taken for the request's order and attempt, whatever the amount; undefined when there is none.
	 * Asked when a charge was refused, since an earlier one with other parameters may have gone through.
	 */
	findCharge(request: ChargeRequest): Promise<(Charge & { amount: Money }) | undefined>;
	/**
	 * The refund of the request's charge and amount, whoever asked for it and by whatever key; undefined when there is
	 * none. Asked when a refund was refused, since the charge may have been paid back by hand.
	 */
	findRefund(request: RefundRequest): Promise<Refund | undefined>;
}

/**
 * The provider will never do what it was asked: this request moved nothing, and asking again will not help. The
 * message is for operators.
 */
export class PaymentRefused extends Error {
	override name = 'PaymentRefused';
}

/** The provider said that it did nothing and that it may be asked again later: 429, 5xx, a connection refused. */
export class ProviderUnavailable extends Error {
	override name = 'ProviderUnavailable';
}

/** No answer came, in time or at all: money may have moved. */
export class PaymentInDoubt extends Error {
	override name = 'PaymentInDoubt';
}
