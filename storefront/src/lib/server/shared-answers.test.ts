import { describe, expect, it } from 'vitest';
import { SharedAnswers } from './shared-answers.ts';

describe('answers for everybody', () => {
	let time = 1_000;
	const answers = () => new SharedAnswers<{ from: number }>(() => time);

	it('are given for two seconds', () => {
		const shared = answers();
		shared.keep('home', { from: 1 }, 'max-age=60, public');
		time += 1_999;
		expect(shared.find('home')).toEqual({ from: 1 });
		time += 2;
		expect(shared.find('home')).toBeUndefined();
	});

	it('are given no longer than the gateway allows', () => {
		const shared = answers();
		shared.keep('home', { from: 1 }, 'public, max-age=1');
		time += 1_001;
		expect(shared.find('home')).toBeUndefined();
	});

	it.each([
		undefined,
		'',
		'no-store',
		'max-age=60, private',
		'max-age=60',
		'public',
		'public, max-age=0',
		'public, max-age=soon',
		'public, max-age=-5',
	])('are none where the gateway says %j', (cacheControl) => {
		const shared = answers();
		shared.keep('cart', { from: 1 }, cacheControl);
		expect(shared.find('cart')).toBeUndefined();
	});
});
