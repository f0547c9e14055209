import { createNoise3D } from 'simplex-noise';
import { ramp } from '../colour.ts';
import type { Recipe } from './glaze.ts';

/** Coloured clays folded together. */
export const marbled: Recipe = (_form, palette, random) => {
	const noise = createNoise3D(random);
	const run = ramp([palette.light, palette.soft, palette.light, palette.deep, palette.soft]);
	return {
		surface(x, y, z) {
			const a = noise(x * 1.1, y * 0.9, z * 1.1);
			const b = noise(x * 1.1 + a * 0.9, y * 1.1 + a * 0.7 + 5, z * 1.1);
			const c = noise(x * 1.3 + b * 0.8, y * 1.6 + b, z * 1.3 + 2);
			const t = 0.5 + 0.5 * Math.sin(c * 3.6 + y * 2.2);
			return { colour: run(t), gloss: 0.6 };
		},
	};
};
