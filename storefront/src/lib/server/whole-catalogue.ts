import { setTimeout as wait } from 'node:timers/promises';
import { sitemapProductsQuery, sitemapSizeQuery } from '#lib/graphql/sitemap.ts';
import { Kept } from '#lib/seo/kept.ts';
import { walkHandles } from '#lib/seo/sitemap-parts.ts';
import { settings } from './config.ts';
import { found } from './found.ts';
import { GatewayClient, GatewayError } from './gateway-client.ts';

/** Between two pages: visitors go first, and a walk stays below what the gateway allows an address in a minute. */
const pauseMs = 10;
const keptMs = 10 * 60_000;
const none = 'There is no catalogue.';

/** The handles of all artworks on sale, newest first: walked once for all who ask, and kept for ten minutes. */
export const wholeCatalogue = new Kept({
	keptMs,
	make: () => {
		const gateway = shopItself();
		return walkHandles(
			async (after) => found(await gateway.request(sitemapProductsQuery, { after }), 'products', none),
			() => wait(pauseMs),
		);
	},
});

/** How many there are, and of which themes. */
export const catalogueSize = new Kept({
	keptMs,
	make: async () => found(await shopItself().request(sitemapSizeQuery, {}), 'products', none),
});

/** Asks for the shop, not for a visitor: neither a session nor an address is charged for it. */
function shopItself(): GatewayClient {
	const renew = () => Promise.reject(new GatewayError('The gateway asks for a session'));
	return new GatewayClient({
		url: settings().GATEWAY_URL,
		headers: () => ({}),
		caller: { token: () => undefined, renew },
		locale: 'en-US',
	});
}
