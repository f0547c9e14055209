import type { SubgraphContext } from '@infinite-blob/subgraph/subgraph-context';
import DataLoader from 'dataloader';
import type { AdServer } from './ad-server.ts';
import type { LiveCampaign } from './domain/campaign.ts';
import type { Placement } from './domain/pick-campaigns.ts';

/** What the resolvers share from request to request. */
export interface Parts {
	server: AdServer;
	/** What the addresses of clicks begin with. */
	publicUrl: string;
}

export interface Context extends SubgraphContext {
	publicUrl: string;
	/** Not cached: each placement is served for itself. */
	ads: DataLoader<Placement, LiveCampaign[]>;
}

export function makeContext(request: SubgraphContext, { server, publicUrl }: Parts): Context {
	const ads = new DataLoader((placements: readonly Placement[]) => server.serve(placements), {
		cache: false,
	});
	return { ...request, publicUrl, ads };
}
