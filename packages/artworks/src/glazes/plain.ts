import { createNoise3D } from 'simplex-noise';
import { scale } from '../colour.ts';
import { clouds, type Recipe } from './glaze.ts';

/** One even coat; the carved form does the rest. */
export const plain: Recipe = (_form, palette, random) => {
	const noise = createNoise3D(random);
	return {
		surface: (x, y, z) => ({ colour: scale(palette.deep, 1 + clouds(noise, x, y, z)), gloss: 0.8 }),
	};
};
