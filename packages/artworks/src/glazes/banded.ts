import { createNoise3D } from 'simplex-noise';
import { blend, type Rgb, scale, smoothstep } from '../colour.ts';
import { between } from '../random.ts';
import { clouds, type Recipe } from './glaze.ts';

/** Brushed rings of slip on the turning wheel. */
export const banded: Recipe = (form, palette, random) => {
	const noise = createNoise3D(random);
	const colours = [palette.deep, palette.accent, palette.dark, palette.soft];
	const bands: { from: number; to: number; colour: Rgb }[] = [];
	for (let at = between(random, 0.1, 0.2); at < 0.86; ) {
		const wide = between(random, 0.015, 0.1);
		bands.push({ from: at * form.height, to: (at + wide) * form.height, colour: colours[bands.length % 4]! });
		at += wide + between(random, 0.02, 0.09);
	}
	return {
		surface(x, y, z) {
			const place = y + noise(x * 2, y * 3, z * 2) * 0.008;
			let colour = palette.light;
			for (const band of bands) {
				const inside =
					smoothstep(band.from - 0.004, band.from + 0.004, place) *
					smoothstep(band.to + 0.004, band.to - 0.004, place);
				const bristles = 0.82 + 0.18 * noise(x * 1.2, y * 55, z * 1.2);
				if (inside > 0) colour = blend(colour, band.colour, inside * bristles);
			}
			return { colour: scale(colour, 1 + clouds(noise, x, y, z) * 0.6), gloss: 0.5 };
		},
	};
};
