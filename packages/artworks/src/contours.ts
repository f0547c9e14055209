import type { Sharp } from 'sharp';
import { createNoise2D } from 'simplex-noise';
import { blend, mix, type Rgb, ramp, scale, smoothstep } from './colour.ts';
import { type Palette, type PaletteName, palette } from './palettes.ts';
import { between, type Random, seeded } from './random.ts';
import { extent, type Frame, paint } from './raster.ts';

/** A landscape of heights, cut from stacked sheets or drawn in lines. */
export interface ContourArt {
	family: 'contour';
	seed: string;
	palette: PaletteName;
	relief: Relief;
	print: 'sheets' | 'lines' | 'agate';
	/** Sheets in the stack, or lines from valley to peak. */
	steps: number;
	/** From the lowest sheet to the highest; all of the palette when not given. */
	colours?: (keyof Palette)[];
}

/** How the heights lie. */
export type Relief = 'islands' | 'basin' | 'waves' | 'peak' | 'geode';
type Height = (u: number, v: number) => number;

function heights(relief: Relief, wide: number, high: number, random: Random): Height {
	const noise = createNoise2D(random);
	const size = between(random, 0.9, 1.15);
	const cx = wide * between(random, 0.4, 0.6);
	const cy = high * between(random, 0.4, 0.6);
	const tilt = between(random, -0.5, 0.5);
	const rolling = (u: number, v: number) => {
		const x = u * size;
		const y = v * size;
		return noise(x + 0.35 * noise(x * 1.2, y * 1.2 + 4), y + 0.35 * noise(x * 1.2 + 8, y * 1.2));
	};
	const from = (u: number, v: number) => Math.hypot(u - cx, v - cy);
	const forms: Record<Relief, Height> = {
		islands: (u, v) => 0.5 + 0.5 * (rolling(u * 1.25, v * 1.25) * 0.88 + noise(u * 3.4, v * 3.4) * 0.1),
		basin: (u, v) => from(u, v) * 1.25 + rolling(u, v) * 0.17 + noise(u * 3, v * 3) * 0.025,
		peak: (u, v) => 1.02 - from(u, v) * 1.3 + rolling(u, v) * 0.2 + noise(u * 3, v * 3) * 0.03,
		waves: (u, v) => {
			const s = v + u * tilt * 0.5 + rolling(u * 0.8, v * 0.8) * 0.2;
			return 0.5 + 0.42 * Math.sin(s * 7.5) * (0.75 + 0.25 * noise(u, v + 9)) + 0.1 * rolling(u, v);
		},
		geode: (u, v) => {
			const angle = Math.atan2(v - cy, u - cx);
			const wobble = noise(Math.cos(angle) * 0.9, Math.sin(angle) * 0.9) * 0.12;
			return from(u, v) * 1.3 * (1 + wobble) + rolling(u * 1.1, v * 1.1) * 0.1 + noise(u * 7, v * 7) * 0.008;
		},
	};
	return forms[relief];
}

export function drawContour(art: ContourArt, frame: Frame): Sharp {
	const random = seeded(art.seed);
	const { wide, high } = extent(frame);
	const { width, height } = frame;
	const side = Math.min(width, height);
	const colours = palette(art.palette);
	const order = art.colours ?? ['dark', 'deep', 'soft', 'light', 'accent'];
	const run = ramp(order.map((name) => colours[name]));
	const heightAt = heights(art.relief, wide, high, random);
	const field = new Float32Array(width * height);
	for (let y = 0, i = 0; y < height; y++)
		for (let x = 0; x < width; x++, i++) field[i] = heightAt((x + 0.5) / side, (y + 0.5) / side) * art.steps;
	const at = (x: number, y: number) =>
		field[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))]!;
	const prints = { sheets, lines, agate };
	const shade = prints[art.print]({ at, side, run, steps: art.steps, colours, random });
	return paint(frame, (u, v) => shade(Math.floor(u * side), Math.floor(v * side)));
}

interface Plate {
	at(x: number, y: number): number;
	side: number;
	run(t: number): Rgb;
	steps: number;
	colours: Palette;
	random: Random;
}
type Shade = (x: number, y: number) => Rgb;

/** Stacked sheets lit from the top left: each throws its shadow on those below. */
function sheets({ at, side, run, steps }: Plate): Shade {
	const top = steps - 1;
	const level = (z: number) => Math.min(top, Math.max(0, Math.floor(z)));
	const taps = Array.from({ length: 28 }, (_, i) => {
		const reach = 0.002 + 0.03 * ((i + 0.5) / 28);
		const turn = -2.3 + 0.75 * Math.sin(i * 2.4);
		return {
			dx: Math.round(Math.cos(turn) * reach * side),
			dy: Math.round(Math.sin(turn) * reach * side),
			reach,
		};
	});
	const rim = Math.max(1, Math.round(0.0014 * side));
	return (x, y) => {
		const z = level(at(x, y));
		let hidden = 0;
		for (const { dx, dy, reach } of taps) {
			const above = level(at(x + dx, y + dy)) - z;
			if (above * 0.022 > reach * 0.6) hidden++;
		}
		const edge = level(at(x - rim, y - rim)) < z ? 0.13 : 0;
		const shadow = 0.5 * (hidden / taps.length) ** 0.85;
		return scale(run(z / top), (1 - shadow) * (1 + edge) * (0.97 + 0.05 * (z / top)));
	};
}

/** Fine lines, every fifth one heavier, over a faint wash. */
function lines({ at, side, run, steps, colours }: Plate): Shade {
	const ground = colours.ground;
	const ink = colours.dark;
	return (x, y) => {
		const z = at(x, y);
		const slope = Math.hypot(at(x + 1, y) - at(x - 1, y), at(x, y + 1) - at(x, y - 1)) / 2 || 1e-6;
		const near = Math.round(z);
		const heavy = near % 5 === 0;
		const half = side * (heavy ? 0.0017 : 0.00085);
		const away = Math.abs(z - near) / slope;
		const line = smoothstep(half + 0.9, half - 0.9, away) * (heavy ? 0.95 : 0.75);
		const wash = blend(ground, run(z / steps), 0.9);
		return blend(wash, ink, line);
	};
}

/** Uneven bands of stone, thin and thick, dark and clear. */
function agate({ at, side, run, steps, random, colours }: Plate): Shade {
	const bands = Array.from({ length: 64 }, () => between(random, -0.2, 0.2));
	const noise = createNoise2D(random);
	return (x, y) => {
		const z = at(x, y) + noise((x / side) * 2, (y / side) * 2) * 0.12;
		const w = z + Math.sin(z * 1.9) * 0.5;
		const k = Math.floor(w);
		const f = w - k;
		const tone = (n: number) => w / steps + bands[((n % 64) + 64) % 64]!;
		const t = tone(k) + (tone(k + 1) - tone(k)) * smoothstep(0.7, 1, f);
		const fine = 0.96 + 0.05 * Math.sin(z * 42) + 0.02 * noise(x / side, z * 6);
		const line = smoothstep(0.1, 0.02, Math.abs(f - 0.86)) * 0.35;
		const stone = scale(run(t), fine);
		return blend(stone, mix(colours.light, [1, 1, 1], 0.3), line);
	};
}
