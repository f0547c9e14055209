import { describe, expect, it } from 'vitest';
import { campaignStatus } from './campaign-status.ts';

const campaign = {
	...{ id: 'cmp_a', text: 'A', productHandle: 'a', keywords: [], weight: 1 },
	...{ startsAt: 10, endsAt: 20, dailyBudget: 3 },
};
const well = { now: 10, onSale: true, impressionsToday: 2, isConsidered: true };

describe('the status of a campaign', () => {
	it.each([
		['SERVING', {}],
		['SERVING', { now: 19 }],
		['SCHEDULED', { now: 9, onSale: false }],
		['ENDED', { now: 20, onSale: false }],
		['PRODUCT_UNAVAILABLE', { onSale: false, impressionsToday: 3 }],
		['BUDGET_SPENT', { impressionsToday: 3, isConsidered: false }],
		['CROWDED_OUT', { isConsidered: false }],
	])('is %s with %j', (status, circumstances) => {
		expect(campaignStatus(campaign, { ...well, ...circumstances })).toBe(status);
	});

	it('needs neither dates nor a budget', () => {
		const { startsAt: _, endsAt: __, dailyBudget: ___, ...old } = campaign;
		expect(campaignStatus(old, { ...well, impressionsToday: 1e9 })).toBe('SERVING');
	});
});
