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

/** What a charge came to. Both are final for the charge's idempotency key. */
export type ChargeResult =
	| {
			kind: 'succeeded';
			chargeId: string;
			last4: string;
			/** Epoch milliseconds. */
			chargedAt: number;
	  }
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
 * Takes and returns money. Anything but an answer leaves the caller in doubt whether money moved: asking again with
 * the same idempotency key tells, and moves no more.
 */
export interface PaymentProvider {
	/** @throws PaymentRefused when the request itself is wrong; anything else thrown means in doubt */
	charge(request: ChargeRequest): Promise<ChargeResult>;
	/** @throws PaymentRefused when the request itself is wrong; anything else thrown means in doubt */
	refund(request: RefundRequest): Promise<Refund>;
}

/** The provider will never do what it was asked: nothing was moved, and asking again will not help. */
export class PaymentRefused extends Error {
	override name = 'PaymentRefused';
}
