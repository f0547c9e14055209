import { type Accepts, anything, check, type Form, listOf, named, oneOf, whole } from './stripe-form.ts';
import type { DoubleIntent, StripeLedger } from './stripe-ledger.ts';
import { StripeProblem } from './stripe-problem.ts';

/** An answer's body. */
export type Answer = object;

interface Endpoint {
	route: RegExp;
	/** @param id what the route's first group holds */
	run(ledger: StripeLedger, form: Form, id: string, now: number): Answer;
}

const expand = listOf('latest_charge', 'data.latest_charge');
const limit = (value: string) => whole(value) && Number(value) <= 100;
const currency = (value: string) => /^[a-z]{3}$/.test(value);
// How far the search lags behind.
const searchLagSeconds = 60;

const toPay: Accepts = {
	amount: whole,
	currency,
	payment_method: anything,
	allowed_payment_method_types: listOf('card'),
	confirm: oneOf('true'),
	confirmation_method: oneOf('automatic', 'manual'),
	description: anything,
	metadata: named,
	expand,
};
const reasons = oneOf('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned');

/** What of Stripe's API the shop uses, each with the parameters that Stripe takes there and the shop may send. */
export const endpoints: Record<string, Endpoint> = {
	'POST /v1/payment_intents': {
		route: /^POST \/v1\/payment_intents$/,
		run(ledger, form) {
			check(form, toPay, ['amount', 'currency', 'payment_method', 'confirm']);
			return shown(ledger, ledger.pay(form), form);
		},
	},
	'POST /v1/payment_intents/:id/cancel': {
		route: /^POST \/v1\/payment_intents\/(\w+)\/cancel$/,
		run(ledger, form, id) {
			check(form, { cancellation_reason: reasons, expand });
			return shown(ledger, ledger.cancel(id, form.get('cancellation_reason')), form);
		},
	},
	'GET /v1/payment_intents/search': {
		route: /^GET \/v1\/payment_intents\/search$/,
		run(ledger, form, _id, now) {
			check(form, { query: anything, limit, expand }, ['query']);
			const wanted = (form.get('query') ?? '').split(' AND ').map((clause) => {
				const [, name, value] = /^metadata\["(\w+)"\]:"([^"\\]*)"$/.exec(clause) ?? [];
				if (!name)
					throw new StripeProblem(400, { message: `We were unable to parse your search query: ${clause}` });
				return [name, value];
			});
			const data = newestFirst(ledger).filter(
				({ metadata, created }) =>
					created < now / 1000 - searchLagSeconds &&
					wanted.every(([name, value]) => metadata[name!] === value),
			);
			return list(
				'search_result',
				data.map((intent) => shown(ledger, intent, form)),
			);
		},
	},
	'GET /v1/payment_intents/:id': {
		route: /^GET \/v1\/payment_intents\/(\w+)$/,
		run(ledger, form, id) {
			check(form, { expand });
			return shown(ledger, ledger.intent(id), form);
		},
	},
	'GET /v1/payment_intents': {
		route: /^GET \/v1\/payment_intents$/,
		run(ledger, form) {
			check(form, { created: (value) => /^\d+$/.test(value), limit, starting_after: anything, expand });
			const since = Number(form.get('created[gte]') ?? 0);
			const size = Number(form.get('limit') ?? 10);
			const all = newestFirst(ledger).filter(({ created }) => created >= since);
			const start = all.findIndex(({ id }) => id === form.get('starting_after')) + 1;
			const page = all.slice(start, start + size).map((intent) => shown(ledger, intent, form));
			return list('list', page, start + size < all.length);
		},
	},
	'GET /v1/charges/:id': {
		route: /^GET \/v1\/charges\/(\w+)$/,
		run(ledger, form, id) {
			check(form, {});
			return ledger.charge(id);
		},
	},
	'POST /v1/refunds': {
		route: /^POST \/v1\/refunds$/,
		run(ledger, form) {
			check(form, { charge: anything, amount: whole, metadata: named }, ['charge']);
			return ledger.payBack(form);
		},
	},
	'GET /v1/refunds/:id': {
		route: /^GET \/v1\/refunds\/(\w+)$/,
		run(ledger, form, id) {
			check(form, {});
			const refund = ledger.refunds.get(id);
			if (refund) return refund;
			throw new StripeProblem(404, { code: 'resource_missing', message: `No such refund: '${id}'` });
		},
	},
	'GET /v1/refunds': {
		route: /^GET \/v1\/refunds$/,
		run(ledger, form) {
			check(form, { charge: anything, limit });
			const data = [...ledger.refunds.values()].filter(({ charge }) => charge === form.get('charge'));
			return list('list', data.toReversed());
		},
	},
};

function shown(ledger: StripeLedger, intent: DoubleIntent, form: Form): object {
	const expanded = [...form].some(
		([name, value]) => name.startsWith('expand') && value.endsWith('latest_charge'),
	);
	const { latest_charge: charge } = intent;
	return structuredClone({ ...intent, latest_charge: expanded && charge ? ledger.charge(charge) : charge });
}

function newestFirst(ledger: StripeLedger): DoubleIntent[] {
	return [...ledger.intents.values()].toReversed();
}

function list(object: 'list' | 'search_result', data: object[], hasMore = false): object {
	return { object, url: '/v1', data, has_more: hasMore };
}
