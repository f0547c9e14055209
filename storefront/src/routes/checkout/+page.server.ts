import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { type ContactErrors, contactErrors, readContact } from '#lib/checkout/contact.ts';
import { readOutcome } from '#lib/checkout/order-outcome.ts';
import { isTestCard } from '#lib/checkout/test-cards.ts';
import { cartQuery } from '#lib/graphql/cart.ts';
import type { MoneyInput } from '#lib/graphql/operations.generated.ts';
import { placeOrderMutation } from '#lib/graphql/orders.ts';
import { isCurrency } from '#lib/money/currency.ts';
import { found } from '#lib/server/found.ts';
import { GatewayError } from '#lib/server/gateway-client.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, depends }) => {
	depends('shop:cart');
	const cart = found(await locals.gateway.request(cartQuery, {}), 'cart', 'There is no cart.');
	// A repeated form still has its key: its order may be placed already, and its cart empty.
	if (cart.lines.length === 0 && request.method === 'GET') redirect(303, '/cart');
	return { cart, idempotencyKey: randomUUID() };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await request.formData();
		const contact = readContact(form);
		const paymentMethod = String(form.get('paymentMethod') ?? '');
		const idempotencyKey = String(form.get('idempotencyKey') ?? '') || randomUUID();
		const refuse = (
			status: number,
			problems: { fields?: ContactErrors; form?: string | null; card?: string; totalChanged?: boolean },
		) => fail(status, { contact, paymentMethod, idempotencyKey, fields: {}, form: null, ...problems });

		const fields = contactErrors(contact);
		const card = isTestCard(paymentMethod) ? undefined : 'Choose one of the cards.';
		if (Object.keys(fields).length > 0 || card) return refuse(422, { fields, ...(card ? { card } : {}) });

		const expectedTotal = readTotal(form);
		const input = { idempotencyKey, customer: contact, paymentMethod, expectedTotal };
		try {
			const answer = await locals.gateway.request(placeOrderMutation, { input });
			const outcome = readOutcome(answer.data.placeOrder);
			if (outcome.kind === 'problems') return refuse(422, outcome);
			if (outcome.kind === 'emptyCart') redirect(303, '/cart');
			redirect(303, `/orders/${outcome.id}`);
		} catch (error) {
			if (!(error instanceof GatewayError)) throw error;
			const message = 'The shop cannot be reached. Press the button again in a minute: you pay once at most.';
			return refuse(503, { form: message });
		}
	},
};

/** The total the shopper was shown. */
function readTotal(form: FormData): MoneyInput | null {
	const amount = Number(form.get('amount') ?? Number.NaN);
	const currency = form.get('currency');
	return Number.isInteger(amount) && isCurrency(currency) ? { amount, currency } : null;
}
