import { createNoise3D } from 'simplex-noise';
import { blend, scale, smoothstep } from '../colour.ts';
import { between } from '../random.ts';
import { clouds, type Recipe, specks } from './glaze.ts';

/** Pale stoneware with iron specks and one soft band of colour. */
export const speckled: Recipe = (form, palette, random) => {
	const noise = createNoise3D(random);
	const from = between(random, 0.5, 0.62) * form.height;
	const to = from + between(random, 0.14, 0.26) * form.height;
	return {
		surface(x, y, z) {
			const waver = noise(x * 1.5, 1, z * 1.5) * 0.012;
			const band =
				smoothstep(from - 0.01, from + 0.01, y + waver) * smoothstep(to + 0.01, to - 0.01, y - waver);
			const base = blend(palette.light, palette.deep, band * 0.88);
			const dark = specks(noise, x, y, z) * 0.75 + 0.3 * specks(noise, x * 2.1 + 4, y * 2.1, z * 2.1);
			return {
				colour: scale(blend(base, palette.dark, Math.min(0.85, dark)), 1 + clouds(noise, x, y, z) * 0.6),
				gloss: 0.42,
			};
		},
	};
};
