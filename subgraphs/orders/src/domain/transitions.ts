import type { OrderErrorCode } from '../schema.generated.ts';
import { isPaid, type Order, type OrderStatus, type PaymentStatus } from './order.ts';
import { OrderError } from './order-error.ts';

/** One way of an order: where it must stand, what must be named, where it goes, and what happens otherwise. */
export interface Transition {
	/** Where the order may stand. */
	from: readonly OrderStatus[];
	/** Where its payment may stand. */
	payment: readonly PaymentStatus[];
	/** Where the order goes; it stays where there is none. */
	to?: OrderStatus;
	/** Where its payment goes; it stays where there is none. */
	paymentTo?: PaymentStatus;
	/** What must be named, and be what the order waits for. */
	claim?: keyof typeof claims;
	/** How it is known that this was done before: then nothing changes. */
	repeat?: keyof typeof repeats;
	/** What happens otherwise: money is paid back, a command is told the code; nothing, where this is missing. */
	late?: 'paid back' | Extract<OrderErrorCode, `NOT_${string}`>;
}

/** What a report or a command names. */
export interface Named {
	attempt?: number;
	chargeId?: string;
	idempotencyKey?: string;
}

// A charge's outcome also counts while its claim is not granted: a Redis that lost its last moments may have lost the
// claim, and the money has moved all the same.
const charging = ['PENDING', 'PROCESSING'] as const;
const unpaid = ['PLACED', 'DECLINED'] as const;
const unclaimed = ['PENDING', 'DECLINED'] as const;
const bought = ['PAID', 'INVOICED', 'COMPLETED'] as const;
const arrived = ['SUCCEEDED', 'REFUND_PENDING'] as const;

/** Every way an order may go. Nothing else. */
// biome-ignore format: read as a table
export const transitions = {
	grantCharge:   { from: ['PLACED'],   payment: ['PENDING'],        paymentTo: 'PROCESSING',                       claim: 'attempt' },
	pay:           { from: ['PLACED'],   payment: charging,           paymentTo: 'SUCCEEDED',      to: 'PAID',       claim: 'attempt', repeat: 'same charge',      late: 'paid back' },
	decline:       { from: ['PLACED'],   payment: charging,           paymentTo: 'DECLINED',       to: 'DECLINED',   claim: 'attempt' },
	retry:         { from: ['DECLINED'], payment: ['DECLINED'],       paymentTo: 'PENDING',        to: 'PLACED',                       repeat: 'same key',         late: 'NOT_RETRYABLE' },
	cancel:        { from: unpaid,       payment: unclaimed,                                       to: 'CANCELLED',                    repeat: 'cancelled',        late: 'NOT_CANCELLABLE' },
	addInvoice:    { from: ['PAID'],     payment: arrived,                                         to: 'INVOICED' },
	complete:      { from: ['INVOICED'], payment: arrived,                                         to: 'COMPLETED' },
	requestRefund: { from: bought,       payment: ['SUCCEEDED'],      paymentTo: 'REFUND_PENDING',                                     repeat: 'refund requested', late: 'NOT_REFUNDABLE' },
	refund:        { from: bought,       payment: ['REFUND_PENDING'], paymentTo: 'REFUNDED',       to: 'REFUNDED',   claim: 'charge' },
	keepInvoice:   { from: ['REFUNDED'], payment: ['REFUNDED'],                                                                        repeat: 'invoiced' },
	credit:        { from: ['REFUNDED'], payment: ['REFUNDED'],                                                                        repeat: 'credited' },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;

/** What must be named, for the order to be waiting for just that. */
const claims = {
	attempt: (order: Order, { attempt }: Named) => attempt === order.attempts.length,
	charge: (order: Order, { chargeId }: Named) => isPaid(order) && chargeId === order.payment.chargeId,
};

/** How it is known that a transition was made before. */
const repeats = {
	'same charge': (order: Order, { chargeId }: Named) =>
		[order.payment, ...(order.strayCharges ?? [])].some((charge) => charge.chargeId === chargeId),
	// The first attempt's key is that of placing.
	'same key': (order: Order, { idempotencyKey }: Named) =>
		order.attempts.slice(1).some((attempt) => attempt.idempotencyKey === idempotencyKey),
	'refund requested': ({ payment }: Order) =>
		payment.status === 'REFUND_PENDING' || payment.status === 'REFUNDED',
	cancelled: ({ status }: Order) => status === 'CANCELLED',
	invoiced: ({ invoice }: Order) => invoice !== null,
	credited: ({ creditNote }: Order) => creditNote !== undefined,
};

/**
 * Whether an order may go this way now.
 *
 * @returns `go`; `unchanged` for a repeat or a late report; `paid back` for money that nobody waits for any more
 * @throws OrderError for a command that comes too late
 */
export function check(order: Order, name: TransitionName, named: Named): 'go' | 'unchanged' | 'paid back' {
	const { from, payment, claim, repeat, late }: Transition = transitions[name];
	if (repeat && repeats[repeat](order, named)) return 'unchanged';
	const waits = from.includes(order.status) && payment.includes(order.payment.status);
	if (waits && (!claim || claims[claim](order, named))) return 'go';
	if (!late || late === 'paid back') return late ?? 'unchanged';
	throw new OrderError(late, reasonFor(late, order), ['orderId']);
}

function reasonFor(code: Exclude<NonNullable<Transition['late']>, 'paid back'>, order: Order): string {
	switch (code) {
		case 'NOT_CANCELLABLE':
			return order.payment.status === 'PROCESSING'
				? 'This order is being charged right now. Should the payment be declined, it can be cancelled.'
				: 'Only an order that is not paid yet can be cancelled.';
		case 'NOT_RETRYABLE':
			return 'Only an order whose payment was declined can be paid again.';
		default:
			return 'Only a paid order can be refunded.';
	}
}
