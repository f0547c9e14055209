import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CampaignCounts } from './campaign-counts.ts';
import type { CampaignRepository } from './campaign-repository.ts';
import { dayOf } from './domain/day.ts';

const address = /^\/ads\/([\w-]+)\/click$/;

/** The path that counts a click on an ad and leads to its product. */
export function clickPath(campaignId: string): string {
	return `/ads/${campaignId}/click`;
}

/** What clicks are served with. */
export interface ClickParts {
	campaigns: CampaignRepository;
	counts: CampaignCounts;
	storefrontUrl: string;
	/** Epoch milliseconds. */
	now: () => number;
}

/**
 * Serves `/ads/<campaign>/click`; false for what is not there. The only way it leads is to the campaign's product, also
 * when the campaign is over: a page may be older than that.
 */
export async function serveClick(
	{ campaigns, counts, storefrontUrl, now }: ClickParts,
	request: IncomingMessage,
	response: ServerResponse,
	url: URL,
): Promise<boolean> {
	const id = address.exec(url.pathname)?.[1];
	if (!id || !['GET', 'HEAD'].includes(request.method ?? '')) return false;
	const campaign = await campaigns.find(id);
	if (!campaign) return false;
	if (request.method === 'GET') await counts.countClick(id, dayOf(now()));
	const location = `${storefrontUrl}/products/${encodeURIComponent(campaign.productHandle)}`;
	response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
	return true;
}
