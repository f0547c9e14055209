import { createNoise3D } from 'simplex-noise';
import { ramp, scale } from '../colour.ts';
import { clouds, type Recipe } from './glaze.ts';

/** One glaze that changes from foot to lip in the kiln. */
export const ombre: Recipe = (form, palette, random) => {
	const noise = createNoise3D(random);
	const run = ramp([palette.dark, palette.deep, palette.soft, palette.light]);
	return {
		surface(x, y, z) {
			const streaks = noise(x * 6, y * 0.9, z * 6) * 0.07 + noise(x * 16, y * 1.6, z * 16) * 0.03;
			const t = 0.04 + (0.92 * y) / form.height + streaks + noise(x * 1.6, y * 1.6, z * 1.6) * 0.08;
			return { colour: scale(run(t), 1 + clouds(noise, x, y, z) * 0.5), gloss: 0.9 };
		},
	};
};
