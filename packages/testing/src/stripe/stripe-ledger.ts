import { randomUUID } from 'node:crypto';
import { stripeCards } from './stripe-cards.ts';
import { type Form, nested } from './stripe-form.ts';
import { StripeProblem } from './stripe-problem.ts';

type Status = 'succeeded' | 'requires_payment_method' | 'requires_action' | 'processing' | 'canceled';

/** A PaymentIntent, as far as the shop reads it. */
export interface DoubleIntent {
	id: string;
	object: 'payment_intent';
	amount: number;
	currency: string;
	created: number;
	status: Status;
	metadata: Record<string, string>;
	description: string | null;
	client_secret: string;
	latest_charge: string | null;
	cancellation_reason: string | null;
	last_payment_error: object | null;
	payment_method: string;
}

/** A charge, as far as the shop reads it. */
export interface DoubleCharge {
	id: string;
	object: 'charge';
	amount: number;
	amount_refunded: number;
	refunded: boolean;
	currency: string;
	created: number;
	status: 'succeeded' | 'failed';
	metadata: Record<string, string>;
	payment_intent: string;
	payment_method_details: { type: 'card'; card: { last4: string } };
}

/** A refund, as far as the shop reads it. */
export interface DoubleRefund {
	id: string;
	object: 'refund';
	amount: number;
	charge: string;
	created: number;
	status: 'succeeded' | 'pending';
	metadata: Record<string, string>;
}

/** An event, as a webhook carries it. */
export interface DoubleEvent {
	id: string;
	object: 'event';
	type: string;
	created: number;
	data: { object: { id: string } };
}

/** What Stripe would keep: intents, charges, refunds, and the events that tell of them. */
export class StripeLedger {
	readonly intents = new Map<string, DoubleIntent>();
	readonly charges = new Map<string, DoubleCharge>();
	readonly refunds = new Map<string, DoubleRefund>();
	readonly events: DoubleEvent[] = [];
	/** Leaves what is made next undecided, as banks do at times. */
	undecided = false;
	readonly #now: () => number;

	constructor(now: () => number) {
		this.#now = now;
	}

	pay(form: Form): DoubleIntent {
		const amount = Number(form.get('amount'));
		const method = form.get('payment_method') ?? '';
		const card = stripeCards[method];
		if (amount < 50 && form.get('currency') === 'usd')
			throw new StripeProblem(400, {
				code: 'amount_too_small',
				param: 'amount',
				message: 'Amount must be at least $0.50 usd',
			});
		if (!card)
			throw new StripeProblem(400, {
				code: 'resource_missing',
				param: 'payment_method',
				message: `No such PaymentMethod: '${method}'`,
			});
		const intent: DoubleIntent = {
			id: id('pi'),
			object: 'payment_intent',
			amount,
			currency: form.get('currency') ?? '',
			created: this.#seconds(),
			status: 'processing',
			metadata: nested(form, 'metadata'),
			description: form.get('description') ?? null,
			client_secret: `${id('pi')}_secret_${randomUUID()}`,
			latest_charge: null,
			cancellation_reason: null,
			last_payment_error: null,
			payment_method: method,
		};
		this.intents.set(intent.id, intent);
		if (this.undecided) this.#tell('payment_intent.processing', intent);
		else this.decide(intent.id);
		return intent;
	}

	/** The bank decides on an intent. @throws StripeProblem when it declines */
	decide(intentId: string): void {
		const intent = this.intent(intentId);
		const { last4, refusal } = stripeCards[intent.payment_method]!;
		if (refusal === 'requires_action') {
			intent.status = 'requires_action';
			this.#tell('payment_intent.requires_action', intent);
			return;
		}
		const charge: DoubleCharge = {
			id: id('ch'),
			object: 'charge',
			amount: intent.amount,
			amount_refunded: 0,
			refunded: false,
			currency: intent.currency,
			created: this.#seconds(),
			status: refusal ? 'failed' : 'succeeded',
			metadata: { ...intent.metadata },
			payment_intent: intent.id,
			payment_method_details: { type: 'card', card: { last4 } },
		};
		this.charges.set(charge.id, charge);
		intent.latest_charge = charge.id;
		if (!refusal) {
			intent.status = 'succeeded';
			this.#tell('payment_intent.succeeded', intent);
			return;
		}
		const error = {
			type: 'card_error',
			...refusal,
			message: 'Your card was declined.',
			payment_method: { id: intent.payment_method, object: 'payment_method', card: { last4 } },
		};
		intent.status = 'requires_payment_method';
		intent.last_payment_error = error;
		this.#tell('payment_intent.payment_failed', intent);
		throw new StripeProblem(402, { ...error, payment_intent: intent });
	}

	cancel(intentId: string, reason: string | undefined): DoubleIntent {
		const intent = this.intent(intentId);
		if (intent.status === 'succeeded' || intent.status === 'canceled' || intent.status === 'processing')
			throw new StripeProblem(400, {
				code: 'payment_intent_unexpected_state',
				message: `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`,
				payment_intent: intent,
			});
		intent.status = 'canceled';
		intent.cancellation_reason = reason ?? null;
		this.#tell('payment_intent.canceled', intent);
		return intent;
	}

	payBack(form: Form): DoubleRefund {
		const charge = this.charge(form.get('charge') ?? '');
		const rest = charge.amount - charge.amount_refunded;
		if (rest === 0)
			throw new StripeProblem(400, {
				code: 'charge_already_refunded',
				message: `Charge ${charge.id} has already been refunded.`,
			});
		const amount = Number(form.get('amount') ?? rest);
		if (amount > rest)
			throw new StripeProblem(400, {
				param: 'amount',
				message: 'Refund amount is greater than unrefunded amount on charge',
			});
		const refund: DoubleRefund = {
			id: id('re'),
			object: 'refund',
			amount,
			charge: charge.id,
			created: this.#seconds(),
			status: this.undecided ? 'pending' : 'succeeded',
			metadata: nested(form, 'metadata'),
		};
		this.refunds.set(refund.id, refund);
		charge.amount_refunded += amount;
		charge.refunded = charge.amount_refunded === charge.amount;
		this.#tell('refund.created', refund);
		this.#tell('charge.refunded', charge);
		return refund;
	}

	/** A refund that was pending reaches the card. */
	payOut(refundId: string): void {
		const refund = found(this.refunds, refundId, 'refund');
		refund.status = 'succeeded';
		this.#tell('refund.updated', refund);
	}

	intent(intentId: string): DoubleIntent {
		return found(this.intents, intentId, 'payment_intent');
	}

	charge(chargeId: string): DoubleCharge {
		return found(this.charges, chargeId, 'charge');
	}

	#tell(type: string, object: { id: string }): void {
		const data = { object: structuredClone(object) };
		this.events.push({ id: id('evt'), object: 'event', type, created: this.#seconds(), data });
	}

	#seconds(): number {
		return Math.floor(this.#now() / 1000);
	}
}

function found<T>(all: Map<string, T>, key: string, what: string): T {
	const one = all.get(key);
	if (one) return one;
	throw new StripeProblem(404, {
		code: 'resource_missing',
		param: 'id',
		message: `No such ${what}: '${key}'`,
	});
}

function id(prefix: string): string {
	return `${prefix}_${randomUUID().replaceAll('-', '')}`;
}
