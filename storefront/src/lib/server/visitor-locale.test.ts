import { describe, expect, it } from 'vitest';
import { visitorLocale } from './visitor-locale.ts';

describe('the visitor’s locale', () => {
	it.each([
		['de-AT,de;q=0.9,en;q=0.8', 'de-AT'],
		['en;q=0.5, fr-CA', 'fr-CA'],
		['tlh, ja;q=0.4', 'ja'],
		['de-DE-u-nu-thai', 'de-DE'],
	])('is what the browser asks for first of those that are known: %s', (header, locale) => {
		expect(visitorLocale(header)).toBe(locale);
	});

	it.each([null, '', '*', 'not a locale', ';;;q=', 'x'.repeat(10_000), '\u0000'])(
		'is American English for %j',
		(header) => {
			expect(visitorLocale(header)).toBe('en-US');
		},
	);
});
