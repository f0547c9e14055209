import { createNoise3D } from 'simplex-noise';
import { blend, scale, smoothstep } from '../colour.ts';
import { between } from '../random.ts';
import { clouds, type Recipe } from './glaze.ts';

/** Painted half moons in rows. */
export const painted: Recipe = (form, palette, random) => {
	const noise = createNoise3D(random);
	const round = Math.round(between(random, 8, 10));
	const from = 0.16 * form.height;
	const to = 0.8 * form.height;
	const rows = Math.max(2, Math.round((to - from) / ((form.widest * 2 * Math.PI) / round) / 0.95));
	const colours = [palette.deep, palette.accent, palette.dark];
	return {
		surface(x, y, z) {
			const around = (Math.atan2(z, x) / (Math.PI * 2)) * round + noise(x, y, z) * 0.02;
			const up = ((y - from) / (to - from)) * rows;
			const row = Math.floor(up);
			let colour = palette.light;
			if (row >= 0 && row < rows) {
				const shifted = around + (row % 2) * 0.5;
				const a = shifted - Math.floor(shifted) - 0.5;
				const b = up - row;
				const disc = Math.hypot(a * 1.02, b - 0.08);
				const inside = smoothstep(0.452, 0.438, disc) * smoothstep(0.07, 0.085, b);
				const hole = smoothstep(0.2, 0.188, disc);
				const stroke = 0.9 + 0.1 * noise(x * 18, y * 18, z * 18);
				colour = blend(colour, colours[((row % 3) + 3) % 3]!, inside * (1 - hole) * stroke);
			}
			return { colour: scale(colour, 1 + clouds(noise, x, y, z) * 0.6), gloss: 0.4 };
		},
	};
};
