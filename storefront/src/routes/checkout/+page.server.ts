import { redirect } from '@sveltejs/kit';
import { firstStep } from '#lib/checkout/steps.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
	// What the layout notes in a cookie is to go with this answer.
	await parent();
	redirect(303, firstStep);
};
