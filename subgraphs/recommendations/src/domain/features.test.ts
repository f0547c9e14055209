import { describe, expect, it } from 'vitest';
import { featuresOf, isTag } from './features.ts';

const artwork = { name: 'Moonlit Harbours', description: '', tags: [] };

describe('features', () => {
	it('are tags, then the stems of the words of name and description, each once', () => {
		const description = 'The moonlit harbour, with a boat by the harbours.';
		expect(featuresOf({ ...artwork, description, tags: ['Night Sky', 'sea'] })).toEqual([
			't_night_sky',
			't_sea',
			'moonlit',
			'harbour',
			'boat',
		]);
	});

	it('tell a tag from a word of the same name', () => {
		const features = featuresOf({ ...artwork, name: 'Sea', tags: ['sea'] });
		expect(features.filter(isTag)).toEqual(['t_sea']);
		expect(features.filter((feature) => !isTag(feature))).toEqual(['sea']);
	});

	it.each([
		['夜の海', ['夜の海']],
		['Ночь, море!', ['ночь', 'море']],
		['Café—CAFE', ['café', 'cafe']],
		['a -- {x|y} @z:(1) ~"', ['x', 'y', 'z', '1']],
		['***', []],
	])('are words alone, which mean nothing else in a query: %s', (name, expected) => {
		expect(featuresOf({ ...artwork, name })).toEqual(expected);
	});

	it('are none for a tag without a letter, and few and short however much is written', () => {
		expect(featuresOf({ name: '', description: '', tags: ['!!!', ''] })).toEqual([]);
		const many = featuresOf({
			name: 'x'.repeat(10_000),
			description: Array.from({ length: 5_000 }, (_, i) => `word${i}`).join(' '),
			tags: ['y'.repeat(10_000)],
		});
		expect(many.length).toBe(40);
		expect(Math.max(...many.map((feature) => feature.length))).toBeLessThanOrEqual(40);
	});
});
