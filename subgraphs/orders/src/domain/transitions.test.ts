import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testOrder } from '../../tests/test-order.ts';
import { isPaid, type Order } from './order.ts';
import { OrderError } from './order-error.ts';
import * as to from './steps.ts';
import { type Transition, transitions } from './transitions.ts';

const orderId = 'ord_1';
/** Another charge for each state of an order. */
const charge = (order: Order, attempt: number, chargeId = `ch_${order.version}`) => {
	return { orderId, attempt, chargeId, last4: '4242', chargedAt: 5 };
};
const refusal = { orderId, last4: '0002', declineCode: 'card_declined', reason: 'No.' };
const invoice = { number: '2026-000001', file: 'invoice.pdf' };
const credited = { orderId, creditNoteNumber: '2026-C000001', file: 'credit.pdf', issuedAt: 9, invoice };

/** Each transition with what the order waits for, and then with something else. */
const moves: Record<string, (order: Order) => to.Step> = {
	grantCharge: (order) => to.grantCharge(order, order.attempts.length, 9),
	'grantCharge of another attempt': (order) => to.grantCharge(order, order.attempts.length - 1, 9),
	pay: (order) => to.pay(order, charge(order, order.attempts.length), 9),
	'pay the same charge again': (order) =>
		isPaid(order) ? to.pay(order, charge(order, 1, order.payment.chargeId), 9) : undefined,
	'pay another attempt': (order) => to.pay(order, charge(order, 9), 9),
	decline: (order) => to.decline(order, { ...refusal, attempt: order.attempts.length }, 9),
	'decline another attempt': (order) => to.decline(order, { ...refusal, attempt: 9 }, 9),
	addInvoice: (order) => to.addInvoice(order, invoice, 9),
	complete: (order) => to.complete(order, 'Sent.', 9),
	cancel: (order) => to.cancel(order, 9),
	retry: (order) => to.retry(order, 'pm_card_visa', `key ${order.attempts.length}`, 9),
	requestRefund: (order) => to.requestRefund(order, 9),
	refund: (order) => to.refund(order, order.payment.chargeId ?? '', 9, 9),
	'refund of another charge': (order) => to.refund(order, 'ch_9', 9, 9),
	credit: (order) => to.credit(order, credited, 9),
};

/** What each way leads to: nowhere where it is missing, the code or the standing where it is there. */
const refusals = { cancel: 'NOT_CANCELLABLE', retry: 'NOT_RETRYABLE', requestRefund: 'NOT_REFUNDABLE' };
const { cancel, retry, requestRefund } = refusals;
const backAtOnce = { pay: 'paid back', 'pay another attempt': 'paid back' };
const expected: Record<string, Record<string, string>> = {
	'PLACED/PENDING': {
		...{ grantCharge: 'PLACED/PROCESSING', pay: 'PAID/SUCCEEDED', 'pay another attempt': 'paid back' },
		...{ decline: 'DECLINED/DECLINED', cancel: 'CANCELLED/PENDING', retry, requestRefund },
	},
	'PLACED/PROCESSING': {
		...{ pay: 'PAID/SUCCEEDED', 'pay another attempt': 'paid back', decline: 'DECLINED/DECLINED' },
		...refusals,
	},
	'DECLINED/DECLINED': {
		...{ ...backAtOnce, cancel: 'CANCELLED/DECLINED', retry: 'PLACED/PENDING', requestRefund },
	},
	'CANCELLED/PENDING': { ...backAtOnce, retry, requestRefund },
	'CANCELLED/DECLINED': { ...backAtOnce, retry, requestRefund },
	'PAID/SUCCEEDED': {
		...{ ...backAtOnce, addInvoice: 'INVOICED/SUCCEEDED invoiced', cancel, retry },
		...{ requestRefund: 'PAID/REFUND_PENDING' },
	},
	'PAID/REFUND_PENDING': {
		...{ ...backAtOnce, addInvoice: 'INVOICED/REFUND_PENDING invoiced', cancel, retry },
		...{ refund: 'REFUNDED/REFUNDED' },
	},
	'INVOICED/SUCCEEDED invoiced': {
		...{ ...backAtOnce, complete: 'COMPLETED/SUCCEEDED invoiced', cancel, retry },
		...{ requestRefund: 'INVOICED/REFUND_PENDING invoiced' },
	},
	'INVOICED/REFUND_PENDING invoiced': {
		...{ ...backAtOnce, complete: 'COMPLETED/REFUND_PENDING invoiced', cancel, retry },
		...{ refund: 'REFUNDED/REFUNDED invoiced' },
	},
	'COMPLETED/SUCCEEDED invoiced': {
		...{ ...backAtOnce, cancel, retry, requestRefund: 'COMPLETED/REFUND_PENDING invoiced' },
	},
	'COMPLETED/REFUND_PENDING invoiced': {
		...{ ...backAtOnce, cancel, retry, refund: 'REFUNDED/REFUNDED invoiced' },
	},
	'REFUNDED/REFUNDED': {
		...{ ...backAtOnce, addInvoice: 'REFUNDED/REFUNDED invoiced', cancel, retry },
		...{ credit: 'REFUNDED/REFUNDED invoiced credited' },
	},
	'REFUNDED/REFUNDED invoiced': {
		...{ ...backAtOnce, cancel, retry, credit: 'REFUNDED/REFUNDED invoiced credited' },
	},
	'REFUNDED/REFUNDED invoiced credited': { ...backAtOnce, cancel, retry },
};

/** Where an order stands, as far as its ways should depend on it. */
function standing({ status, payment, invoice, creditNote }: Order): string {
	const documents = [...(invoice ? ['invoiced'] : []), ...(creditNote ? ['credited'] : [])];
	return [`${status}/${payment.status}`, ...documents].join(' ');
}

/** What its ways should not depend on. */
function past({ attempts, strayCharges }: Order): string {
	return `${attempts.length > 1 ? ', at another attempt' : ''}${strayCharges ? ', with a stray charge' : ''}`;
}

const describeOrder = (order: Order) => `${standing(order)}${past(order)}`;

/** Every order that can be reached from a placed one, by what it is called. */
function reachable(): Map<string, Order> {
	const found = new Map([[describeOrder(testOrder()), testOrder()]]);
	for (const order of found.values()) {
		for (const move of Object.values(moves)) {
			const next = attempt(() => move(order));
			if (typeof next === 'object' && !found.has(describeOrder(next))) found.set(describeOrder(next), next);
		}
	}
	return found;
}

function attempt(move: () => to.Step): Order | string {
	try {
		return move()?.order ?? 'unchanged';
	} catch (error) {
		if (error instanceof OrderError) return error.code;
		throw error;
	}
}

function outcome(order: Order, move: (order: Order) => to.Step): string {
	const next = attempt(() => move(order));
	if (typeof next === 'string') return next;
	expect(next.version).toBe(order.version + 1);
	return next.strayCharges?.length === order.strayCharges?.length ? standing(next) : 'paid back';
}

describe('every way from everywhere an order can be', () => {
	const orders = reachable();

	it('is known', () => {
		expect(new Set([...orders.values()].map(standing))).toEqual(new Set(Object.keys(expected)));
		// Each of them at the first attempt or a later one, with a stray charge or without.
		expect(orders.size).toBe(4 * Object.keys(expected).length);
	});

	it.each([...orders])('%s', (_, order) => {
		const outcomes = Object.entries(moves).map(([name, move]) => [name, outcome(order, move)]);
		const changing = outcomes.filter(([, result]) => result !== 'unchanged');
		expect(Object.fromEntries(changing)).toEqual(expected[standing(order)]);
	});

	it('leads from status to status as the README draws it', () => {
		const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
		const [diagram = ''] = /stateDiagram-v2[^`]+/.exec(readme) ?? [];
		const drawn = [...diagram.matchAll(/(\w+) --> (\w+)/g)].map(([, from, next]) => `${from} to ${next}`);
		const ways = Object.values<Transition>(transitions).flatMap(({ from, to: next }) =>
			next ? from.map((status) => `${status} to ${next}`) : [],
		);
		expect(ways.toSorted()).toEqual(drawn.toSorted());
	});
});
