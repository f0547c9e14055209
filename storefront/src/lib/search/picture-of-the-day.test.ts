import { describe, expect, it } from 'vitest';
import { pictureOfTheDay } from './picture-of-the-day.ts';

describe('the picture of the day', () => {
	const candidates = ['hills', 'vase', 'silk'];

	it('stays for a day and changes with the next', () => {
		const morning = pictureOfTheDay(candidates, new Date('2026-11-23T00:00:01Z'));
		expect(pictureOfTheDay(candidates, new Date('2026-11-23T23:59:59Z'))).toBe(morning);
		expect(pictureOfTheDay(candidates, new Date('2026-11-24T00:00:01Z'))).not.toBe(morning);
	});

	it('is none in an empty shop', () => {
		expect(pictureOfTheDay([], new Date())).toBeUndefined();
	});
});
