import type { Sharp } from 'sharp';
import { createNoise2D } from 'simplex-noise';
import { blend, ramp, scale, smoothstep } from './colour.ts';
import { type PaletteName, palette } from './palettes.ts';
import { between, seeded } from './random.ts';
import { type Frame, paint } from './raster.ts';

/** Satin in folds. */
export interface SilkArt {
	family: 'silk';
	seed: string;
	palette: PaletteName;
	/** Degrees the folds turn from upright. */
	lie: number;
	/** Folds across the picture, about. */
	folds: number;
}

export function drawSilk(art: SilkArt, frame: Frame): Sharp {
	const random = seeded(art.seed);
	const noise = createNoise2D(random);
	const { dark, deep, soft, light } = palette(art.palette);
	const tones = ramp([scale(dark, 0.7), dark, deep, soft, light]);
	const turn = (art.lie / 180) * Math.PI;
	const [c, s] = [Math.cos(turn), Math.sin(turn)];
	const [ox, oy] = [between(random, 0, 50), between(random, 0, 50)];
	const pull = between(random, 0.28, 0.4);

	// Crests round, valleys tight, like cloth that hangs.
	const fold = (phase: number) => (0.5 + 0.5 * Math.sin(phase)) ** 0.75;
	const drape = (u: number, v: number) => {
		const x = u * c + v * s + ox;
		const y = v * c - u * s + oy;
		const a = noise(x * 0.55, y * 0.42) * pull;
		const b = noise(x * 0.7 + a * 2.2 + 11, y * 0.5 + a + 3) * pull;
		const across = x + a + b * 0.7;
		const main = fold(across * art.folds * 6.28 + noise(x * 0.4, y * 0.6) * 1.2);
		const second = fold(across * art.folds * 14.5 + b * 9 + y * 0.8);
		const where = smoothstep(-0.45, 0.55, noise(x * 0.8 + 20, y * 0.6));
		const third = fold(across * art.folds * 31 + a * 14 - y * 1.6);
		const fine = smoothstep(0, 0.8, noise(x * 1.1 + 40, y * 0.7));
		return (main * 0.34 + second * 0.1 * where + third * 0.018 * fine) / art.folds;
	};

	const e = 0.0012;
	return paint(frame, (u, v) => {
		const h = drape(u, v);
		const dx = (drape(u + e, v) - h) / e;
		const dy = (drape(u, v + e) - h) / e;
		const n = 1 / Math.sqrt(1 + dx * dx + dy * dy);
		// Light from the upper left, the eye straight above.
		const facing = Math.max(0, (dx * 0.5 + dy * 0.42 + 0.76) * n);
		const half = Math.max(0, (dx * 0.28 + dy * 0.23 + 0.93) * n);
		const back = Math.max(0, (-dx * 0.62 - dy * 0.25 + 0.74) * n);
		const valley = smoothstep(0, 0.3 / art.folds, h);
		const tone = 0.08 + 0.36 * facing + 0.3 * half ** 12 + 0.16 * valley;
		const satin = half ** 50 * 0.34;
		const cloth = scale(tones(tone), 0.72 + 0.28 * valley);
		const rim = back ** 22 * 0.22 * (1 - facing * 0.7);
		return blend(blend(cloth, soft, rim), light, satin);
	});
}
