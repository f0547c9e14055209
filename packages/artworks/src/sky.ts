import { createNoise2D } from 'simplex-noise';
import { blend, mix, type Rgb, ramp, scale, smoothstep } from './colour.ts';
import type { Palette } from './palettes.ts';
import { between, type Random } from './random.ts';

/** Clear day, low sun with streaks of cloud, or stars. */
export type Sky = 'clear' | 'streaked' | 'night';

interface Disc {
	x: number;
	y: number;
	radius: number;
	colour: Rgb;
}

/** The colour of the sky at a point, sun or moon included. */
export function sky(
	kind: Sky,
	colours: Palette,
	disc: Disc,
	high: number,
	random: Random,
): (u: number, v: number) => Rgb {
	const noise = createNoise2D(random);
	const night = kind === 'night';
	const fall = night
		? ramp([scale(colours.dark, 0.75), colours.dark, colours.deep, mix(colours.deep, colours.soft, 0.65)])
		: ramp([mix(colours.soft, colours.light, 0.2), mix(colours.soft, colours.light, 0.7), colours.light]);
	const body = disc.colour;
	const glow = night ? colours.light : disc.colour;
	const stars = Array.from({ length: night ? 240 : 0 }, () => ({
		x: between(random, 0, 1.4),
		y: between(random, 0, 0.62 * high) * Math.sqrt(random()),
		size: between(random, 0.0006, 0.0019),
		power: between(random, 0.25, 1),
	}));

	return (u, v) => {
		let colour = fall((v / high) * (night ? 1.35 : 1.7));
		if (kind === 'streaked') {
			const drift = noise(u * 1.1 + noise(u * 0.6, v * 3) * 0.5, v * 10);
			const fine = noise(u * 2.3, v * 26) * 0.4;
			colour = blend(colour, mixTowards(colours, v / high), smoothstep(0.1, 0.9, drift + fine) * 0.5);
		}
		for (const star of stars) {
			const dx = u - star.x;
			const dy = v - star.y;
			if (Math.abs(dx) > 0.006 || Math.abs(dy) > 0.006) continue;
			const d = Math.hypot(dx, dy);
			colour = blend(
				colour,
				colours.accent,
				Math.min(1, star.power * smoothstep(star.size, star.size * 0.45, d)),
			);
		}
		const away = Math.hypot(u - disc.x, v - disc.y);
		const halo = Math.exp(-Math.max(0, away - disc.radius) * (night ? 6.5 : 5)) * (night ? 0.22 : 0.3);
		colour = blend(colour, glow, halo);
		if (!night) colour = blend(colour, glow, 0.12 * smoothstep(disc.radius * 1.92, disc.radius * 1.9, away));
		const face = smoothstep(disc.radius + 0.0009, disc.radius - 0.0009, away);
		if (face === 0) return colour;
		const seas = night
			? smoothstep(0.05, 0.6, noise(u * 9 + 3, v * 9) + noise(u * 22, v * 22) * 0.35) * 0.13
			: 0;
		return blend(colour, scale(body, 1 - seas), face);
	};
}

const mixTowards = (colours: Palette, t: number): Rgb =>
	blend(colours.soft, colours.accent, 0.25 + 0.35 * Math.min(1, t));
