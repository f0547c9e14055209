import { expect, it } from 'vitest';
import { shapeOf } from './shape.ts';

it.each([
	[1440, 1440, 'Square format'],
	[1152, 1440, 'Portrait format, 4:5'],
	[1440, 960, 'Landscape format, 3:2'],
	[1440, 811, 'Landscape format, 16:9'],
	[1000, 1777, 'Portrait format, 9:16'],
	[1440, 300, 'Landscape format'],
	[1, 1, 'Square format'],
])('calls %i by %i pixels %s', (width, height, words) => {
	expect(shapeOf({ width, height })).toBe(words);
});
