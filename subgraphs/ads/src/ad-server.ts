import type { CampaignCounts } from './campaign-counts.ts';
import type { LiveCampaign } from './domain/campaign.ts';
import { isRunning } from './domain/campaign-status.ts';
import { dayOf } from './domain/day.ts';
import { type Placement, pickCampaigns } from './domain/pick-campaigns.ts';
import type { RunningCampaigns } from './running-campaigns.ts';
import { SpentBudgets } from './spent-budgets.ts';

/** Picks ads for placements and counts each one served as an impression. */
export class AdServer {
	readonly #running: RunningCampaigns;
	readonly #counts: CampaignCounts;
	readonly #now: () => number;
	readonly #random: () => number;
	readonly #spent = new SpentBudgets();

	/**
	 * @param now epoch milliseconds
	 * @param random from 0 to below 1
	 */
	constructor(running: RunningCampaigns, counts: CampaignCounts, now: () => number, random: () => number) {
		this.#running = running;
		this.#counts = counts;
		this.#now = now;
		this.#random = random;
	}

	/** The ads of each placement; fewer than asked when there are no more that may be served. */
	async serve(placements: readonly Placement[]): Promise<LiveCampaign[][]> {
		const now = this.#now();
		const day = dayOf(now);
		const running = this.#running.campaigns.filter((campaign) => isRunning(campaign, now));
		const served = placements.map((): LiveCampaign[] => []);
		let excess: string[] = [];
		for (;;) {
			const drawn = placements.flatMap((placement, place) => {
				const ads = served[place]!;
				const left = running.filter((campaign) => !ads.includes(campaign) && !this.#spent.has(campaign, day));
				const count = placement.count - ads.length;
				return pickCampaigns(left, { ...placement, count }, this.#random).map((campaign) => ({
					ads,
					campaign,
				}));
			});
			if (drawn.length + excess.length === 0) return served;
			const ids = drawn.map(({ campaign }) => campaign.id);
			const counts = await this.#counts.countImpressions(ids, day, excess);
			excess = [];
			for (const [place, { ads, campaign }] of drawn.entries()) {
				// The count decides, over all replicas: of those who ask at once, only so many get one within the budget.
				if (counts[place]! <= (campaign.dailyBudget ?? Number.POSITIVE_INFINITY)) {
					ads.push(campaign);
				} else {
					excess.push(campaign.id);
					this.#spent.note(campaign, day);
				}
			}
			if (excess.length === 0) return served;
		}
	}
}
