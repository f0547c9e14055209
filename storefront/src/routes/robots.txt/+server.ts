import { settings } from '#lib/server/config.ts';
import type { RequestHandler } from './$types';

/** What is one visitor's own is nothing to be searched for. */
const own = ['/cart', '/checkout', '/orders'];

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
