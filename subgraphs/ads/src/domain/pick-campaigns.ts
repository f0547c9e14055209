import type { LiveCampaign } from './campaign.ts';

/** Where ads are to be shown: the words of the page, how many, and the product that must not be advertised. */
export interface Placement {
	/** In the form that keywords are kept in. */
	words: readonly string[];
	count: number;
	besideHandle?: string | undefined;
}

/**
 * Draws campaigns for a placement without putting back, each as likely as its weight: first among those that suit
 * its words and then, where those do not suffice, among the others.
 *
 * @param random from 0 to below 1
 */
export function pickCampaigns(
	campaigns: readonly LiveCampaign[],
	placement: Placement,
	random: () => number,
): LiveCampaign[] {
	const { count, besideHandle } = placement;
	const words = new Set(placement.words);
	const suiting: LiveCampaign[] = [];
	const others: LiveCampaign[] = [];
	for (const campaign of campaigns) {
		if (campaign.productHandle === besideHandle) continue;
		(campaign.keywords.some((word) => words.has(word)) ? suiting : others).push(campaign);
	}
	const drawn = draw(suiting, count, random);
	return [...drawn, ...draw(others, count - drawn.length, random)];
}

function draw(campaigns: readonly LiveCampaign[], count: number, random: () => number): LiveCampaign[] {
	const left = [...campaigns];
	const drawn: LiveCampaign[] = [];
	while (left.length > 0 && drawn.length < count) {
		let point = random() * left.reduce((sum, { weight }) => sum + weight, 0);
		const hit = left.findIndex(({ weight }) => {
			point -= weight;
			return point < 0;
		});
		// Rounding may let the point fall beyond the last one.
		drawn.push(...left.splice(hit === -1 ? left.length - 1 : hit, 1));
	}
	return drawn;
}
