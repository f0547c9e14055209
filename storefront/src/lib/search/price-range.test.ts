import { describe, expect, it } from 'vitest';
import { priceRangeLabel, readPriceRange } from './price-range.ts';

describe('a price range', () => {
	it.each([
		['25', 25],
		[' $25 ', 25],
		['US$ 12.50', 12.5],
		['12,5', 12.5],
		['1,000', 1000],
		['0', 0],
		['', null],
	])('takes “%s” as it is meant', (typed, min) => {
		expect(readPriceRange(typed, '')).toEqual({ min, max: null, problem: null });
	});

	it.each(['-3', '1e9', 'cheap', '12.345', '0x10', '99999999', '٣'])('does not take “%s”', (typed) => {
		expect(readPriceRange(typed, '20')).toEqual({
			min: null,
			max: 20,
			problem: { field: 'from', message: expect.stringContaining(typed) },
		});
	});

	it('names the field to mend, and uses neither price when the lowest is above the highest', () => {
		expect(readPriceRange('50', '20')).toMatchObject({ min: null, max: null, problem: { field: 'from' } });
		expect(readPriceRange('20', 'cheap')).toMatchObject({ min: 20, problem: { field: 'to' } });
		expect(readPriceRange('20', '20').problem).toBeNull();
	});

	it('quotes no more of what was typed than one line holds', () => {
		expect(readPriceRange('😀'.repeat(40), '').problem?.message).toContain(`“${'😀'.repeat(20)}…”`);
	});

	it('is said in a few words', () => {
		expect(priceRangeLabel({ min: 5, max: 40 })).toBe('$5 to $40');
		expect(priceRangeLabel({ min: null, max: 40 })).toBe('up to $40');
		expect(priceRangeLabel({ min: 5, max: null })).toBe('from $5');
	});
});
