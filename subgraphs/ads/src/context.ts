import type { SubgraphContext } from '@infinite-blob/subgraph/subgraph-context';
import DataLoader from 'dataloader';
import type { AdServer } from './ad-server.ts';
import type { AdvertisedProduct, AdvertisedProducts } from './advertised-products.ts';
import type { CampaignAdmin } from './campaign-admin.ts';
import type { CampaignCounts } from './campaign-counts.ts';
import type { CampaignIndex } from './campaign-index.ts';
import type { CampaignRepository } from './campaign-repository.ts';
import type { LiveCampaign } from './domain/campaign.ts';
import { dayOf } from './domain/day.ts';
import type { Placement } from './domain/pick-campaigns.ts';
import type { RunningCampaigns } from './running-campaigns.ts';

/** What the resolvers share from request to request. */
export interface Parts {
	server: AdServer;
	campaigns: CampaignRepository;
	index: CampaignIndex;
	running: RunningCampaigns;
	products: AdvertisedProducts;
	counts: CampaignCounts;
	admin: CampaignAdmin;
	/** What the addresses of clicks begin with. */
	publicUrl: string;
	/** Epoch milliseconds. */
	now: () => number;
}

export interface Context
	extends SubgraphContext,
		Pick<Parts, 'campaigns' | 'index' | 'running' | 'admin' | 'publicUrl'> {
	/** Epoch milliseconds, the same for the whole request. */
	now: number;
	/** Not cached: each placement is served for itself. */
	ads: DataLoader<Placement, LiveCampaign[]>;
	/** What is known of products, by handle. */
	products: DataLoader<string, AdvertisedProduct | undefined>;
	/** The counts of campaigns, by id. */
	counts: DataLoader<string, Awaited<ReturnType<CampaignCounts['of']>>[number]>;
}

export function makeContext(request: SubgraphContext, parts: Parts): Context {
	const { server, products, counts, campaigns, index, running, admin, publicUrl } = parts;
	const now = parts.now();
	return {
		...request,
		...{ campaigns, index, running, admin, publicUrl, now },
		ads: new DataLoader((placements) => server.serve(placements), { cache: false }),
		products: new DataLoader((handles) => products.byHandles(handles)),
		counts: new DataLoader((ids) => counts.of(ids, dayOf(now))),
	};
}
