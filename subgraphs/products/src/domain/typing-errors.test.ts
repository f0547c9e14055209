import { describe, expect, it } from 'vitest';
import { likeliest } from './typing-errors.ts';

const meant = (typed: string, ...words: string[]) =>
	likeliest(
		typed,
		words.map((text, place) => ({ text, share: 1 / (1 + place) })),
	);

describe('the word that was meant', () => {
	it.each([
		['montain', 'mountain'],
		['bleu', 'blue'],
		['bllue', 'blue'],
		['blve', 'blue'],
		['blu', 'blue'],
		['vsae', 'vase'],
		['vaes', 'vase'],
		['moutnains', 'mountain'],
		['kintsungy', 'kintsugi'],
		['moutain', 'mountains'],
		['ceramik', 'ceramics'],
		['vazes', 'vases'],
	])('may have become %s from %s', (typed, word) => expect(meant(typed, word)).toBe(word));

	it.each([
		['blxx', 'blue'],
		['ab', 'abc'],
		['abc', 'ab'],
		['vsea', 'vase'],
		['vaze', 'vases'],
		['sea', 'silk'],
	])('has not become %s from %s', (typed, word) => expect(meant(typed, word)).toBeUndefined());

	it('is the one with the fewest errors, then the most frequent', () => {
		expect(meant('mountainz', 'fountains', 'mountains')).toBe('mountains');
		expect(meant('sild', 'silk', 'sold')).toBe('silk');
		expect(meant('moutain', 'mountains', 'mountain')).toBe('mountain');
	});

	it('is none where nothing is near', () => {
		expect(meant('elephant')).toBeUndefined();
	});
});
