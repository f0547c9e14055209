import { settings } from '#lib/server/config.ts';
import type { RequestHandler } from './$types';

/** Carts are empty and orders are not found for whoever has no session: of what is a visitor's own, this alone leads on. */
const own = ['/checkout'];

export const GET: RequestHandler = () => {
	const lines = [
		'User-agent: *',
		...own.map((path) => `Disallow: ${path}`),
		'',
		`Sitemap: ${settings().PUBLIC_STOREFRONT_URL}/sitemap.xml`,
		'',
	];
	return new Response(lines.join('\n'), {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
	});
};
