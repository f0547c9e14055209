import type { AdvertisedProducts } from './advertised-products.ts';
import type { CampaignRepository } from './campaign-repository.ts';
import type { Campaign, LiveCampaign } from './domain/campaign.ts';
import { type Placement, pickCampaigns, suits } from './domain/pick-campaigns.ts';

/** Picks ads for placements and counts each one served as an impression. */
export class AdServer {
	readonly #campaigns: CampaignRepository;
	readonly #products: AdvertisedProducts;
	readonly #random: () => number;

	/** @param random from 0 to below 1 */
	constructor(campaigns: CampaignRepository, products: AdvertisedProducts, random: () => number) {
		this.#campaigns = campaigns;
		this.#products = products;
		this.#random = random;
	}

	/** The ads of each placement; fewer than asked when there are no more for products on sale. */
	async serve(placements: readonly Placement[]): Promise<LiveCampaign[][]> {
		const words = new Set(placements.flatMap((placement) => placement.words));
		let pool = await this.#onSale(await this.#campaigns.matching([...words]));
		const suffices = placements.every(
			(placement) => pool.filter((campaign) => suits(placement, campaign)).length >= placement.count,
		);
		if (!suffices) pool = await this.#onSale(await this.#campaigns.all());
		const served = placements.map((placement) => pickCampaigns(pool, placement, this.#random));
		await this.#campaigns.countImpressions(served.flat().map(({ id }) => id));
		return served;
	}

	async #onSale(campaigns: Campaign[]): Promise<LiveCampaign[]> {
		const ids = await this.#products.onSale(campaigns.map(({ productHandle }) => productHandle));
		return campaigns.flatMap((campaign) => {
			const productId = ids.get(campaign.productHandle);
			return productId ? { ...campaign, productId } : [];
		});
	}
}
