import type { CampaignStatus } from '../schema.generated.ts';
import type { Campaign } from './campaign.ts';

/** What a campaign's status depends on beside the campaign. */
export interface Circumstances {
	/** Epoch milliseconds. */
	now: number;
	/** Whether its product is on sale. */
	onSale: boolean;
	impressionsToday: number;
	/** Whether it is among those that ads are drawn from. */
	isConsidered: boolean;
}

/** Whether a moment, in epoch milliseconds, lies between the campaign's dates. */
export function isRunning({ startsAt, endsAt }: Campaign, now: number): boolean {
	return !isBefore(startsAt, now) && !isOver(endsAt, now);
}

/** Whether the campaign is being served; if it is not, the first reason why. */
export function campaignStatus(
	{ startsAt, endsAt, dailyBudget }: Campaign,
	{ now, onSale, impressionsToday, isConsidered }: Circumstances,
): CampaignStatus {
	if (isOver(endsAt, now)) return 'ENDED';
	if (isBefore(startsAt, now)) return 'SCHEDULED';
	if (!onSale) return 'PRODUCT_UNAVAILABLE';
	if (dailyBudget !== undefined && impressionsToday >= dailyBudget) return 'BUDGET_SPENT';
	return isConsidered ? 'SERVING' : 'CROWDED_OUT';
}

function isBefore(startsAt: number | undefined, now: number): boolean {
	return startsAt !== undefined && now < startsAt;
}

function isOver(endsAt: number | undefined, now: number): boolean {
	return endsAt !== undefined && now >= endsAt;
}
