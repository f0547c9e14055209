import { redirect } from '@sveltejs/kit';

/** Browsers look here on pages that name no icon of their own: an invoice, a sitemap. */
export const GET = () => redirect(301, '/favicon.svg');
