import { randomBytes } from 'node:crypto';

/** What an admin decides of a campaign. */
export interface CampaignDetails {
	/** One line. */
	text: string;
	/** Of the product that the ad is for. */
	productHandle: string;
	/** Lower case. */
	keywords: string[];
	/** How often it is served compared with others; above 0. */
	weight: number;
	/** Epoch milliseconds; runs at once without it. */
	startsAt?: number | undefined;
	/** Epoch milliseconds: the first moment at which it runs no more; for ever without it. */
	endsAt?: number | undefined;
	/** The most impressions of a day in UTC; without it, as many as come. */
	dailyBudget?: number | undefined;
}

/** A line that advertises one product wherever its keywords are met. */
export interface Campaign extends CampaignDetails {
	/** `cmp_…` */
	id: string;
}

/** A campaign whose product is on sale. */
export interface LiveCampaign extends Campaign {
	productId: string;
}

export function isCampaignId(text: string): boolean {
	return /^cmp_[\w-]{1,64}$/.test(text);
}

export function newCampaignId(): string {
	return `cmp_${randomBytes(12).toString('base64url')}`;
}
