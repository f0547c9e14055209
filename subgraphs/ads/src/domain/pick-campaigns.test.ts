import { describe, expect, it } from 'vitest';
import type { LiveCampaign } from './campaign.ts';
import { keywords } from './keywords.ts';
import { pickCampaigns } from './pick-campaigns.ts';

const campaign = (name: string, weight: number, words: string[]): LiveCampaign => ({
	id: `cmp_${name}`,
	text: name,
	productHandle: name,
	productId: `prd_${name}`,
	keywords: words,
	weight,
});
const all = [campaign('a', 1, ['x']), campaign('b', 3, ['x']), campaign('c', 6, ['y'])];
const pick = (words: string[], count: number, random: number, besideHandle?: string) =>
	pickCampaigns(all, { words, count, besideHandle }, () => random).map(({ text }) => text);

describe('picking campaigns', () => {
	it('gives each its share of the range', () => {
		expect(pick(['x'], 1, 0)).toEqual(['a']);
		expect(pick(['x'], 1, 0.24)).toEqual(['a']);
		expect(pick(['x'], 1, 0.26)).toEqual(['b']);
		expect(pick(['x'], 1, 1)).toEqual(['b']);
	});

	it('takes the others when those that suit are used up', () => {
		expect(pick(['y'], 2, 0)).toEqual(['c', 'a']);
		expect(pick([], 9, 0)).toEqual(['a', 'b', 'c']);
	});

	it('leaves out the product beside it', () => {
		expect(pick(['x'], 9, 0, 'a')).toEqual(['b', 'c']);
		expect(pickCampaigns([], { words: [], count: 1 }, () => 0)).toEqual([]);
	});
});

describe('keywords', () => {
	it('are lower case, once each, and words', () => {
		expect(keywords([' Night', 'night', 'paper cut', '', '{x}', 'a|b', 'x'.repeat(41)])).toEqual([
			'night',
			'paper cut',
		]);
	});

	it('may be of any script that tags are of', () => {
		expect(keywords(['नीला', 'cafe\u0301'])).toEqual(['नीला', 'cafe\u0301']);
	});
});
