import { describe, expect, it } from 'vitest';
import { datesOf } from './dates.ts';
import { numbersOf } from './numbers.ts';

const instant = '2026-11-23T08:15:30.000Z';
/** Without the narrow spaces that differ from one version of ICU to the next. */
const plain = (text: string) => text.replace(/\s/gu, ' ');

describe('what a locale writes', () => {
	it('is American English for an American', () => {
		const { count, roundCount, day, moment } = { ...numbersOf('en-US'), ...datesOf('en-US') };
		expect(count(1234)).toBe('1,234');
		expect(roundCount(1234)).toBe('1.2K');
		expect(day(instant)).toBe('November 23, 2026');
		expect(plain(moment(instant))).toBe('Nov 23, 8:15:30 AM UTC');
	});

	it('is German for a German', () => {
		const { count, day, moment } = { ...numbersOf('de-DE'), ...datesOf('de-DE') };
		expect(count(1234)).toBe('1.234');
		expect(day(instant)).toBe('23. November 2026');
		expect(plain(moment(instant))).toMatch(/^23\. Nov\.?, 0?8:15:30 UTC$/);
	});
});
