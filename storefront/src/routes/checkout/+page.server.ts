import { redirect } from '@sveltejs/kit';
import { firstStep } from '#lib/checkout/steps.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, firstStep);
