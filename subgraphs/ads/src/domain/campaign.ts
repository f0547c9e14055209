/** A line that advertises one product wherever its keywords are met. */
export interface Campaign {
	/** `cmp_…` */
	id: string;
	text: string;
	/** Of the product that the ad is for. */
	productHandle: string;
	/** Lower case. */
	keywords: string[];
	/** How often it is served compared with others; above 0. */
	weight: number;
}

/** A campaign whose product is on sale. */
export interface LiveCampaign extends Campaign {
	productId: string;
}

export function isCampaignId(text: string): boolean {
	return /^cmp_[\w-]{1,64}$/.test(text);
}
