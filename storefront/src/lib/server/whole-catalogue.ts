import { setTimeout as pause } from 'node:timers/promises';
import type { SitemapProductsQuery } from '#lib/graphql/operations.generated.ts';
import { sitemapProductsQuery, sitemapSizeQuery } from '#lib/graphql/sitemap.ts';
import { Kept } from '#lib/seo/kept.ts';
import { settings } from './config.ts';
import { found } from './found.ts';
import { type Answer, GatewayClient, GatewayError } from './gateway-client.ts';

/** Sitemaps hold so many artworks each; 50,000 are allowed. */
export const productsInPart = 10_000;

/** Between two pages: visitors go first, and a walk stays below what the gateway allows an address in a minute. */
const pauseMs = 20;
const keptMs = 10 * 60_000;

/** The handles of all artworks on sale, newest first: walked once for all who ask, and kept for ten minutes. */
export const wholeCatalogue = new Kept({ keptMs, make: () => walk(shopItself()) });

/** How many there are, and of which themes. */
export const catalogueSize = new Kept({
	keptMs,
	make: async () => found(await shopItself().request(sitemapSizeQuery, {}), 'products', 'There is none.'),
});

async function walk(gateway: GatewayClient): Promise<string[]> {
	const handles: string[] = [];
	let after: string | null = null;
	while (true) {
		const answer: Answer<SitemapProductsQuery> = await gateway.request(sitemapProductsQuery, { after });
		const { nodes, pageInfo } = found(answer, 'products', 'There is none.');
		handles.push(...nodes.map(({ handle }) => handle));
		if (!pageInfo.hasNextPage) return handles;
		after = pageInfo.endCursor;
		await pause(pauseMs);
	}
}

/** Asks for the shop, not for a visitor: neither a session nor an address is charged for it. */
function shopItself(): GatewayClient {
	const renew = () => Promise.reject(new GatewayError('The gateway asks for a session'));
	return new GatewayClient({
		url: settings().GATEWAY_URL,
		headers: () => ({}),
		caller: { token: () => undefined, renew },
	});
}
