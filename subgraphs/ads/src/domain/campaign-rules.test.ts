import { describe, expect, it } from 'vitest';
import { checkDates, checkDetails } from './campaign-rules.ts';

describe('the details of a campaign', () => {
	const problems = (input: Parameters<typeof checkDetails>[0]) =>
		checkDetails(input).problems.map(({ code, field }) => `${code} ${field}`);

	it('are kept in their normal form', () => {
		expect(checkDetails({ text: ' Get it ', keywords: [' Night', 'night', 'नीला'] })).toEqual({
			details: { text: 'Get it', keywords: ['night', 'नीला'] },
			problems: [],
		});
	});

	it('may reach their bounds', () => {
		const keywords = Array.from({ length: 50 }, (_, i) => `k${i}`);
		expect(
			problems({ text: 'x'.repeat(120), keywords, weight: 1_000, dailyBudget: 1_000_000_000, startsAt: 0 }),
		).toEqual([]);
		expect(
			problems({ text: '🎨', keywords: [], weight: 0.01, dailyBudget: 1, endsAt: Date.UTC(9999, 11, 31) }),
		).toEqual([]);
	});

	it('that are not given say nothing; null takes dates and budget off', () => {
		expect(checkDetails({ text: null, keywords: null, weight: null, productHandle: null })).toEqual({
			details: {},
			problems: [],
		});
		const { details } = checkDetails({ startsAt: null, endsAt: null, dailyBudget: null });
		expect(Object.entries(details)).toEqual([
			['dailyBudget', undefined],
			['startsAt', undefined],
			['endsAt', undefined],
		]);
	});

	it('name no product by what is no handle', () => {
		for (const productHandle of ['', 'a:b', 'a*', 'A', 'x'.repeat(81)])
			expect(problems({ productHandle })).toEqual(['PRODUCT_NOT_FOUND productHandle']);
		expect(problems({ productHandle: 'x'.repeat(80) })).toEqual([]);
	});

	it('are refused for what is no number too', () => {
		expect(problems({ weight: Number.NaN })).toEqual(['INVALID_WEIGHT weight']);
		expect(problems({ dailyBudget: Number.NaN })).toEqual(['INVALID_BUDGET dailyBudget']);
		expect(problems({ endsAt: Number.NaN })).toEqual(['INVALID_DATES endsAt']);
	});
});

describe('the dates of a campaign', () => {
	const now = 1_000;
	const isRefused = (after: Parameters<typeof checkDates>[0], before: typeof after = {}) =>
		checkDates(after, before, now).length > 0;

	it('are in order, the end in the future', () => {
		expect(isRefused({})).toBe(false);
		expect(isRefused({ startsAt: 5 })).toBe(false);
		expect(isRefused({ endsAt: now + 1 })).toBe(false);
		expect(isRefused({ endsAt: now })).toBe(true);
		expect(isRefused({ startsAt: 2_000, endsAt: 2_001 })).toBe(false);
		expect(isRefused({ startsAt: 2_000, endsAt: 2_000 })).toBe(true);
	});

	it('are not looked at where they stay as they were', () => {
		const over = { startsAt: 2_000, endsAt: 500 };
		expect(isRefused(over, over)).toBe(false);
		expect(isRefused({ startsAt: 400, endsAt: 500 }, over)).toBe(false);
		expect(isRefused({ startsAt: 600, endsAt: 500 }, over)).toBe(true);
	});
});
