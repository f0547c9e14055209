import { expect, it } from 'vitest';
import { shapeOf } from './shape.ts';

it.each([
	[1440, 1440, 'Square'],
	[1152, 1440, 'Portrait, 4:5'],
	[1440, 960, 'Landscape, 3:2'],
	[1440, 811, 'Landscape, 16:9'],
	[1000, 1777, 'Portrait, 9:16'],
	[1440, 300, 'Landscape'],
	[1, 1, 'Square'],
])('calls %i by %i pixels %s', (width, height, words) => {
	expect(shapeOf({ width, height })).toBe(words);
});
