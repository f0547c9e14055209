import { campaignStatus } from '../domain/campaign-status.ts';
import type { CampaignResolvers } from '../schema.generated.ts';

export const Campaign: CampaignResolvers = {
	async product({ productHandle }, _, { products }) {
		const product = await products.load(productHandle);
		return product ? { __typename: 'Product', id: product.id, handle: productHandle } : null;
	},
	async status(campaign, _, { products, counts, running, now }) {
		const [product, { impressions }] = await Promise.all([
			products.load(campaign.productHandle),
			counts.load(campaign.id),
		]);
		return campaignStatus(campaign, {
			now,
			onSale: product?.available ?? false,
			impressionsToday: impressions.today,
			isConsidered: running.campaigns.some(({ id }) => id === campaign.id),
		});
	},
	impressions: async ({ id }, _, { counts }) => (await counts.load(id)).impressions,
	clicks: async ({ id }, _, { counts }) => (await counts.load(id)).clicks,
};
