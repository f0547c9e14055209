import { createNoise3D } from 'simplex-noise';
import { blend, scale, smoothstep } from '../colour.ts';
import { between } from '../random.ts';
import { clouds, type Recipe, specks } from './glaze.ts';

/** Dipped twice: a dark bare or matte foot below, a running glaze above. */
export const dipped: Recipe = (form, palette, random) => {
	const noise = createNoise3D(random);
	const line = between(random, 0.34, 0.52) * form.height;
	const runs = Array.from({ length: 11 }, () => ({
		at: between(random, 0, Math.PI * 2),
		wide: between(random, 0.07, 0.16),
		long: between(random, 0.05, 0.22) * form.height,
	}));
	const body = random() < 0.5 ? palette.deep : palette.accent;
	const top = body === palette.deep ? palette.light : palette.soft;
	const depth = (x: number, y: number, z: number) => {
		const angle = Math.atan2(z, x);
		const ring = Math.hypot(x, z) || 1;
		let edge = line + noise((x / ring) * 1.2, 3, (z / ring) * 1.2) * 0.06;
		for (const run of runs) {
			const away = Math.abs(((angle - run.at + Math.PI * 5) % (Math.PI * 2)) - Math.PI) / run.wide;
			if (away < 1.6) edge -= run.long * Math.sqrt(Math.max(0, 1 - Math.min(1, away) ** 2));
		}
		return y - edge;
	};
	return {
		relief: (x, y, z) => smoothstep(-0.012, 0.02, depth(x, y, z)) * 0.009,
		surface(x, y, z) {
			const above = depth(x, y, z);
			const cover = smoothstep(-0.004, 0.004, above);
			const tone = 1 + clouds(noise, x, y, z);
			// Glaze is thinner, and darker, where it breaks over the edge.
			const thin = smoothstep(0.05, 0, above) * 0.28;
			const glaze = blend(top, body, thin + 0.08 * smoothstep(0.5, 0, above));
			const colour = scale(blend(scale(body, 1 - 0.35 * specks(noise, x, y, z)), glaze, cover), tone);
			return { colour, gloss: 0.25 + 0.7 * cover };
		},
	};
};
