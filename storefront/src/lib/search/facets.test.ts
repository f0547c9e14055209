import { describe, expect, it } from 'vitest';
import { offeredFacets } from './facets.ts';

describe('the themes to choose from', () => {
	it('stand by name, whatever their counts', () => {
		const facets = offeredFacets(
			[
				{ tag: 'warm', count: 9 },
				{ tag: 'blue', count: 2 },
			],
			[],
		);
		expect(facets.map(({ tag }) => tag)).toEqual(['blue', 'warm']);
	});

	it('stay in sight where the result has no more of them', () => {
		expect(offeredFacets([{ tag: 'warm', count: 9 }], ['gold', 'warm'])).toEqual([
			{ tag: 'gold', count: 0 },
			{ tag: 'warm', count: 9 },
		]);
	});
});
