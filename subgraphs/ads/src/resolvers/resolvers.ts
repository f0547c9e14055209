import type { Resolvers } from '../schema.generated.ts';
import { Ad } from './ad.ts';
import { Campaign } from './campaign.ts';
import { CampaignConnection } from './campaign-connection.ts';
import { Mutation } from './mutation.ts';
import { Product } from './product.ts';
import { ads } from './query-ads.ts';
import { campaign, campaigns } from './query-campaigns.ts';

export const resolvers: Resolvers = {
	Query: { ads, campaign, campaigns },
	Mutation,
	Product,
	Ad,
	Campaign,
	CampaignConnection,
};
