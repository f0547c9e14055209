import { createNoise2D } from 'simplex-noise';
import { between, type Random } from './random.ts';

/** What the land is like. */
export type Terrain = 'hills' | 'peaks' | 'dunes' | 'pines';

/** One sheet of land; heights count from the top of the picture. */
export interface Ridge {
	at(u: number): number;
	/** The same without trees and teeth, for the shadow it throws. */
	smooth(u: number): number;
	/** Rise to the right, about -1 to 1. */
	slope(u: number): number;
}

interface Land {
	wide: number;
	horizon: number;
	bottom: number;
	random: Random;
	count?: number;
}

const SAMPLES = 4096;

/** Sheets of land from the farthest to the nearest. */
export function ridges(terrain: Terrain, { wide, horizon, bottom, random, count }: Land): Ridge[] {
	const noise = createNoise2D(random);
	const total =
		count ?? Math.round(between(random, terrain === 'dunes' ? 5 : 6, terrain === 'dunes' ? 6.4 : 8));
	const step = (bottom - horizon) / (total + 0.35);
	return Array.from({ length: total }, (_, i) => {
		const near = total === 1 ? 1 : i / (total - 1);
		const base = horizon + step * (i + 0.25);
		const ground = curve(wide, (u) => base - rise(terrain, noise, u, i, near) * (0.5 + step * 4.5));
		const trees = terrain === 'pines' && near > 0.45 ? wood(wide, near, random) : undefined;
		const top = trees ? curve(wide, (u) => ground(u) - trees(u)) : ground;
		const smooth = curve(wide, (u) => {
			let sum = 0;
			for (let k = -4; k <= 4; k++) sum += ground(u + k * 0.006);
			return sum / 9;
		});
		return {
			at: top,
			smooth,
			slope: (u) => Math.max(-1, Math.min(1, (smooth(u - 0.01) - smooth(u + 0.01)) * 35)),
		};
	});
}

function rise(
	terrain: Terrain,
	noise: (x: number, y: number) => number,
	u: number,
	i: number,
	near: number,
): number {
	const row = i * 17.237 + i * i * 0.731;
	const soft = noise(u * (1 + near * 0.7) + row, row) * 0.1 + noise(u * 3.2 + row, row + 4) * 0.022;
	if (terrain === 'peaks') {
		const ridged = (x: number, y: number) => 1 - Math.abs(noise(x, y));
		const sharp =
			ridged(u * 1.5 + row, row) ** 1.5 * 0.2 +
			ridged(u * 4.1 + row, row + 2) * 0.045 +
			ridged(u * 10, row) * 0.01 +
			noise(u * 34, row) * 0.0016;
		return (sharp - 0.12) * (1 - near * 0.45) + soft * near * 0.3;
	}
	if (terrain === 'dunes') {
		const s = u * (0.75 + near * 0.35) + row + noise(u * 0.7, row) * 0.3;
		const t = s - Math.floor(s);
		const lean = 0.68;
		// A long windward side, a short slip face.
		const crest =
			t < lean
				? Math.sin(((t / lean) * Math.PI) / 2) ** 1.6
				: Math.cos((((t - lean) / (1 - lean)) * Math.PI) / 2) ** 1.25;
		return crest * 0.12 + soft * 0.4 - 0.05;
	}
	return soft + noise(u * 9 + row, row) * 0.004;
}

/** Conifers along a ridge: height above the ground. */
function wood(wide: number, near: number, random: Random): (u: number) => number {
	const trees: { at: number; tall: number; half: number; tiers: number }[] = [];
	const size = 0.028 + 0.075 * near ** 2;
	for (
		let at = -0.05;
		at < wide + 0.05;
		at += size * between(random, 0.1, 0.62) * (random() < 0.12 ? 3.2 : 1)
	) {
		const tall = size * between(random, 0.55, 1.25);
		trees.push({
			at,
			tall,
			half: tall * between(random, 0.19, 0.25),
			tiers: Math.round(between(random, 6, 9)),
		});
	}
	return (u) => {
		let top = 0;
		for (const { at, tall, half, tiers } of trees) {
			const out = Math.abs(u - at) / half;
			if (out >= 1) continue;
			const saw = out * tiers - Math.floor(out * tiers);
			top = Math.max(top, tall * Math.max(0, 1 - out ** 0.85 + (saw - 0.5) * 0.11 * (1 - out)));
		}
		return top;
	};
}

function curve(wide: number, height: (u: number) => number): (u: number) => number {
	const margin = 0.05;
	const span = wide + margin * 2;
	const table = Float32Array.from({ length: SAMPLES + 1 }, (_, i) => height((i / SAMPLES) * span - margin));
	return (u) => {
		const place = Math.min(SAMPLES, Math.max(0, ((u + margin) / span) * SAMPLES));
		const low = Math.min(SAMPLES - 1, Math.floor(place));
		return table[low]! + (table[low + 1]! - table[low]!) * (place - low);
	};
}
