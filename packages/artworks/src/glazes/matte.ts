import { createNoise3D } from 'simplex-noise';
import { scale } from '../colour.ts';
import { clouds, type Recipe } from './glaze.ts';

/** One matte pale coat. */
export const matte: Recipe = (_form, palette, random) => {
	const noise = createNoise3D(random);
	return {
		relief: (x, y, z) => noise(x * 30, y * 30, z * 30) * 0.0006,
		surface: (x, y, z) => ({ colour: scale(palette.soft, 1 + clouds(noise, x, y, z)), gloss: 0.12 }),
	};
};
