import type { Sharp } from 'sharp';
import { createNoise2D } from 'simplex-noise';
import { blend, mix, type Rgb, ramp, scale, smoothstep } from './colour.ts';
import { type Palette, type PaletteName, palette } from './palettes.ts';
import { between, seeded } from './random.ts';
import { extent, type Frame, paint } from './raster.ts';
import { ridges, type Terrain } from './ridges.ts';
import { type Sky, sky } from './sky.ts';

/** Ranges of hills cut from paper, one behind the other, under a sun or a moon. */
export interface HillsArt {
	family: 'hills';
	seed: string;
	palette: PaletteName;
	terrain: Terrain;
	sky: Sky;
	/** Still water that mirrors the view. */
	lake?: boolean;
	/** Height of the farthest ridge, from the top; half way when not given. */
	horizon?: number;
	/** The sun or moon: centre and radius, in units of the shorter side. */
	disc: { x: number; y: number; radius: number };
	/** What the sun is cut from; the palette's accent when not given. */
	sun?: keyof Palette;
}

export function drawHills(art: HillsArt, frame: Frame): Sharp {
	const random = seeded(art.seed);
	const noise = createNoise2D(random);
	const { wide, high } = extent(frame);
	const colours = palette(art.palette);
	const night = art.sky === 'night';
	const heaven = sky(
		art.sky,
		colours,
		{ ...art.disc, colour: night ? colours.accent : colours[art.sun ?? 'accent'] },
		high,
		random,
	);
	const horizon = art.horizon ?? 0.46 * high;
	const waterline = art.lake ? horizon + (high - horizon) * 0.42 : high + 1;
	const layers = ridges(art.terrain, { wide, horizon, bottom: Math.min(high, waterline), random });
	const banks = art.lake
		? ridges(art.terrain === 'pines' ? 'pines' : 'hills', {
				wide,
				horizon: high * 0.9,
				bottom: high * 1.06,
				random,
				count: 1,
			})
		: [];
	const tones = night
		? ramp([
				mix(colours.soft, colours.light, 0.12),
				mix(colours.soft, colours.deep, 0.6),
				colours.deep,
				colours.dark,
			])
		: ramp([mix(colours.light, colours.soft, 0.45), colours.soft, colours.deep, colours.dark]);
	const glow = night ? colours.light : colours[art.sun ?? 'accent'];
	const pixel = 1 / Math.min(frame.width, frame.height);

	const paper = (u: number, v: number) => 1 + noise(u * 3, v * 9) * 0.018;
	const land = (
		all: typeof layers,
		u: number,
		v: number,
		behind: (u: number, v: number) => Rgb,
		nearest = 1,
	): Rgb => {
		let first = all.length - 1;
		while (first >= 0 && v - all[first]!.at(u) < pixel) first--;
		let colour = first < 0 ? behind(u, v) : ([0, 0, 0] as const);
		for (let i = Math.max(0, first); i < all.length; i++) {
			const layer = all[i]!;
			const below = v - layer.at(u);
			if (below < -0.09) continue;
			if (below < pixel) {
				// The sheet in front throws a soft shadow up on what is behind it.
				const shade = 0.2 * Math.exp(-34 * Math.max(0, layer.smooth(u) - v)) * (i > 0 ? 1 : 0.35);
				colour = scale(colour, 1 - Math.min(0.2, shade));
			}
			const cover = smoothstep(-pixel, pixel, below);
			if (cover === 0) continue;
			const depth = all.length === 1 ? nearest : (i / (all.length - 1)) * nearest;
			const base = tones(0.08 + 0.92 * depth);
			const towards = Math.hypot(u - art.disc.x, v - art.disc.y);
			const warm = Math.exp(-towards * 3.2) * Math.exp(-below * 16) * (1 - depth) * (night ? 0.35 : 0.5);
			const haze = smoothstep(0, night ? 0.16 : 0.3, below) * (night ? 0.62 : 0.34) * (1 - depth * 0.85);
			const misted = blend(base, tones(Math.max(0, depth - 0.3)), haze);
			const edge = Math.exp(-((below / 0.0035) ** 2)) * 0.1 * (1 - 0.5 * depth);
			const sided = 1 + layer.slope(u) * (art.terrain === 'dunes' ? 0.24 : 0.12) * Math.exp(-below * 14);
			const face = scale(blend(misted, glow, Math.min(1, warm)), (1 + edge) * paper(u + i, v) * sided);
			colour = blend(colour, face, cover);
		}
		return colour;
	};

	const ripple = between(random, 0.6, 1);
	const water = (u: number, v: number): Rgb => {
		const down = v - waterline;
		const reach = 0.004 + down * 0.03;
		const sway =
			(noise(u * 5, down * 70 * ripple) * 0.6 + noise(u * 14 + 7, down * 150 * ripple) * 0.4) * reach;
		const mirrored = land(layers, u + sway * 0.6, Math.max(0, waterline - down * 1.15 + sway), heaven);
		const tint = blend(
			mirrored,
			night ? colours.dark : colours.deep,
			0.18 + 0.3 * smoothstep(0, high - waterline, down),
		);
		const path = Math.exp(-(((u - art.disc.x) / (art.disc.radius * (0.7 + down * 1.6))) ** 2));
		const sparkle = smoothstep(0.35, 0.75, noise(u * 9, down * 95)) * path;
		const shore = 0.5 * Math.exp(-down * 90);
		return blend(scale(tint, 1 - shore * 0.35), glow, sparkle * 0.75);
	};

	const scene = (u: number, v: number) =>
		v > waterline ? water(u, v) : land(layers, u, v, heaven, art.lake ? 0.72 : 1);
	const colourAt = banks.length > 0 ? (u: number, v: number) => land(banks, u, v, scene) : scene;
	return paint(frame, colourAt);
}
