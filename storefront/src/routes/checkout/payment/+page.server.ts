import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { keepDraft, keptDraft } from '#lib/checkout/draft-cookie.ts';
import { firstStep } from '#lib/checkout/steps.ts';
import { isTestCard } from '#lib/checkout/test-cards.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => {
	const draft = keptDraft(cookies);
	if (!draft) redirect(303, firstStep);
	return { paymentMethod: draft.card?.paymentMethod ?? null };
};

export const actions: Actions = {
	default: async ({ request, cookies, url }) => {
		const draft = keptDraft(cookies);
		if (!draft) redirect(303, firstStep);
		const paymentMethod = String((await request.formData()).get('paymentMethod') ?? '');
		if (!isTestCard(paymentMethod)) return fail(422, { problem: 'Choose one of the cards.' });
		const card = { paymentMethod, idempotencyKey: randomUUID() };
		keepDraft(cookies, url, { ...draft, card });
		redirect(303, '/checkout/review');
	},
};
