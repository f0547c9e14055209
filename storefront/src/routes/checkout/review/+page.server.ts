import { redirect } from '@sveltejs/kit';
import { contactErrors } from '#lib/checkout/contact.ts';
import { keepDraft, keptDraft } from '#lib/checkout/draft-cookie.ts';
import { readOutcome } from '#lib/checkout/order-outcome.ts';
import { readPurchase } from '#lib/checkout/purchase.ts';
import { firstStep } from '#lib/checkout/steps.ts';
import { isTestCard } from '#lib/checkout/test-cards.ts';
import { placeOrderMutation } from '#lib/graphql/orders.ts';
import { GatewayError } from '#lib/server/gateway-client.ts';
import type { Actions, PageServerLoad } from './$types';

const unreachable = 'The shop cannot be reached. Press Pay again in a minute: you pay once at most.';

export const load: PageServerLoad = ({ cookies }) => {
	const draft = keptDraft(cookies);
	if (!draft) redirect(303, firstStep);
	if (!draft.card) redirect(303, '/checkout/payment');
	return { contact: draft.contact, ...draft.card };
};

// A refusal is an answer like any other: as a failure, browsers would log an error for a total that changed.
export const actions: Actions = {
	default: async ({ request, locals, cookies, url }) => {
		const { contact, ...rest } = readPurchase(await request.formData());
		if (Object.keys(contactErrors(contact)).length > 0) redirect(303, firstStep);
		if (!isTestCard(rest.paymentMethod)) redirect(303, '/checkout/payment');
		const input = { customer: contact, ...rest };
		try {
			const answer = await locals.gateway.request(placeOrderMutation, { input });
			const outcome = readOutcome(answer.data.placeOrder);
			if (outcome.kind === 'problems') return outcome;
			if (outcome.kind === 'emptyCart') redirect(303, '/cart');
			// The next order is another one, and its card is chosen anew.
			keepDraft(cookies, url, { contact, card: null });
			redirect(303, `/orders/${outcome.id}`);
		} catch (error) {
			if (!(error instanceof GatewayError)) throw error;
			const nothing = { contactProblem: null, couponRefused: false, totalChanged: false };
			return { ...nothing, form: unreachable, unreachable: true };
		}
	},
};
