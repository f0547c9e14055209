import { fail, redirect } from '@sveltejs/kit';
import { contactErrors, readContact } from '#lib/checkout/contact.ts';
import { keepDraft, keptDraft } from '#lib/checkout/draft-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const nobody = { firstName: '', lastName: '', email: '' };

export const load: PageServerLoad = ({ cookies }) => {
	return { contact: keptDraft(cookies)?.contact ?? nobody };
};

export const actions: Actions = {
	default: async ({ request, cookies, url }) => {
		const contact = readContact(await request.formData());
		const fields = contactErrors(contact);
		if (Object.keys(fields).length > 0) return fail(422, { contact, fields });
		keepDraft(cookies, url, { contact, card: keptDraft(cookies)?.card ?? null });
		redirect(303, '/checkout/payment');
	},
};
