import { expect, test } from 'vitest';
import { type Art, dimensions, render } from './artwork.ts';

const examples: Art[] = [
	{ family: 'vase', format: 'square', seed: 'a', palette: 'harbour', form: 'moon', glaze: 'dipped' },
	{
		family: 'hills',
		format: 'landscape',
		seed: 'a',
		palette: 'night',
		terrain: 'pines',
		sky: 'night',
		disc: { x: 0.6, y: 0.3, radius: 0.1 },
	},
	{
		family: 'contour',
		format: 'square',
		seed: 'a',
		palette: 'ember',
		relief: 'islands',
		print: 'sheets',
		steps: 8,
	},
	{ family: 'leaves', format: 'portrait', seed: 'a', palette: 'meadow', leaf: 'broad', layout: 'stems' },
	{ family: 'silk', format: 'square', seed: 'a', palette: 'rose', lie: 20, folds: 1.5 },
	{ family: 'blob', format: 'square', seed: 'a', palette: 'coral', body: 'float', finish: 'glaze' },
];

test.each(examples)('the same seed draws the same $family, another seed another', async (art) => {
	const first = await render(art, 40);
	const again = await render(art, 40);
	const other = await render({ ...art, seed: 'b' }, 40);
	expect(again.pixels.equals(first.pixels)).toBe(true);
	expect(other.pixels.equals(first.pixels)).toBe(false);
});

test.each(examples)('a $family fills its whole frame with a picture', async (art) => {
	const { pixels, frame } = await render(art, 40);
	expect(frame).toEqual(dimensions(art.format, 40));
	expect(pixels.length).toBe(frame.width * frame.height * 3);
	expect(new Set(pixels).size).toBeGreaterThan(40);
});

test('formats keep the asked side as the shorter one', () => {
	expect(dimensions('square', 1600)).toEqual({ width: 1600, height: 1600 });
	expect(dimensions('portrait', 1600)).toEqual({ width: 1600, height: 2000 });
	expect(dimensions('landscape', 1600)).toEqual({ width: 2000, height: 1600 });
});
