import sharp, { type Sharp } from 'sharp';
import { mix, type Rgb, toHex } from './colour.ts';
import { type LeafName, SHAPES } from './leaf-shapes.ts';
import { type Palette, type PaletteName, palette } from './palettes.ts';
import { between, type Random, seeded } from './random.ts';
import { extent, type Frame } from './raster.ts';

/** Leaves cut from paper and laid over one another. */
export interface LeavesArt {
	family: 'leaves';
	seed: string;
	palette: PaletteName;
	leaf: LeafName;
	layout: 'stems' | 'canopy' | 'wreath' | 'scatter' | 'single';
	/** What lies behind: a sun, an arch, or bare paper. */
	behind?: 'sun' | 'arch';
	/** Dark paper instead of light. */
	night?: boolean;
}

interface Sheet {
	art: LeavesArt;
	wide: number;
	high: number;
	colours: Palette;
	inks: Rgb[];
	random: Random;
}

const n = (value: number) => value.toFixed(1);
const place = (x: number, y: number, turn: number, drawn: string, shadow = true) =>
	`<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})"${shadow ? ' filter="url(#lift)"' : ''}>${drawn}</g>`;
const ink = (inks: Rgb[], i: number): Rgb => inks[i % inks.length]!;

/** Slightly off the ink, so that no two leaves are quite the same. */
const vary = (colour: Rgb, random: Random): Rgb =>
	mix(colour, random() < 0.5 ? [0, 0, 0] : [1, 1, 1], between(random, 0, 0.09));

/** One stem from (x, y) that bends by `lean`, with leaves in pairs or in turn. */
function stem({ art, random }: Sheet, x: number, y: number, tall: number, lean: number, colour: Rgb): string {
	const at = (t: number): [number, number] => [x + lean * t * t, y - tall * t];
	const [ex, ey] = at(1);
	const line = `<path d="M${n(x)} ${n(y)}Q${n(x)} ${n(y - tall * 0.5)} ${n(ex)} ${n(ey)}" stroke="${toHex(mix(colour, [0, 0, 0], 0.25))}" stroke-width="${n(tall * 0.007)}" fill="none" stroke-linecap="round"/>`;
	const dense = art.leaf === 'needle' ? 24 : art.leaf === 'lance' ? 10 : art.leaf === 'coin' ? 8 : 7;
	const size = { needle: 0.3, lance: 0.29, coin: 0.165, broad: 0.25, fan: 0.2, palm: 0.3 }[art.leaf];
	let drawn = line;
	for (let j = 0; j <= dense; j++) {
		const t = 0.2 + (0.8 * j) / dense;
		const [px, py] = at(t);
		const along = (Math.atan2(2 * lean * t, tall) * 180) / Math.PI;
		const taper = art.leaf === 'needle' ? Math.sin(Math.PI * (0.12 + 0.86 * (1 - t)) ** 0.8) : 1 - 0.5 * t;
		const length = tall * size * Math.max(0.12, taper) * between(random, 0.92, 1.08);
		for (const side of j === dense ? [0] : [-1, 1]) {
			const open = (art.leaf === 'needle' ? 66 : 58) - 22 * t + between(random, -5, 5);
			drawn += place(
				px,
				py - (side === 1 ? tall * 0.012 : 0),
				along + side * open,
				SHAPES[art.leaf](length, vary(colour, random), random),
				art.leaf !== 'needle',
			);
		}
	}
	return art.leaf === 'needle' ? `<g filter="url(#lift)">${drawn}</g>` : drawn;
}

function stems(sheet: Sheet): string {
	const { wide, high, inks, random } = sheet;
	const many = wide > 1050 ? 5 : 3 + Math.floor(random() * 2);
	const rows = Array.from({ length: many }, (_, k) => {
		const across = (k - (many - 1) / 2) / Math.max(1, many - 1);
		const tall = high * between(random, 0.58, 0.8) * (1 - 0.3 * Math.abs(across));
		return stem(
			sheet,
			wide / 2 + across * wide * 0.36,
			high * 1.02,
			tall,
			across * wide * 0.32 + between(random, -30, 30),
			ink(inks, k),
		);
	});
	return rows.sort(() => random() - 0.5).join('');
}

/** Hanging in from the edges, the middle left free. */
function canopy({ art, wide, high, inks, random }: Sheet): string {
	const leaves = Array.from({ length: 30 }, (_, i) => {
		const angle = (i * 2.399963) % (Math.PI * 2);
		const [ex, ey] = [Math.cos(angle), Math.sin(angle)];
		const edge = Math.min((wide * 0.53) / Math.abs(ex || 1e-3), (high * 0.53) / Math.abs(ey || 1e-3));
		const back = between(random, 0.98, 1.14);
		const length = between(random, 250, 390) * (art.leaf === 'palm' ? 0.85 : 1);
		const turn = (Math.atan2(-ey, -ex) * 180) / Math.PI + 90 + between(random, -26, 26);
		return {
			x: wide / 2 + ex * edge * back,
			y: high / 2 + ey * edge * back,
			turn,
			length,
			colour: vary(ink(inks, i), random),
		};
	});
	return leaves
		.map((leaf) => place(leaf.x, leaf.y, leaf.turn, SHAPES[art.leaf](leaf.length, leaf.colour, random)))
		.join('');
}

function wreath({ art, wide, high, inks, random }: Sheet): string {
	const r = 315;
	let drawn = `<circle cx="${n(wide / 2)}" cy="${n(high / 2)}" r="${r}" fill="none" stroke="${toHex(mix(ink(inks, 0), [0, 0, 0], 0.2))}" stroke-width="5"/>`;
	const count = art.leaf === 'coin' ? 38 : 44;
	for (let i = 0; i < count; i++) {
		const t = i / count;
		const angle = t * Math.PI * 2 - Math.PI / 2 + between(random, -0.04, 0.04);
		const side = i % 2 ? 1 : -1;
		const length = between(random, 105, 150) * (art.leaf === 'coin' ? 0.78 : 1.1);
		const turn = (angle * 180) / Math.PI + 180 + side * between(random, 32, 58);
		drawn += place(
			wide / 2 + Math.cos(angle) * r,
			high / 2 + Math.sin(angle) * r,
			turn,
			SHAPES[art.leaf](length, vary(ink(inks, Math.floor(random() * inks.length)), random), random),
		);
	}
	return drawn;
}

/** Strewn evenly over the whole sheet (best of many candidates keeps them apart). */
function scatter({ art, wide, high, inks, random }: Sheet): string {
	const placed: { x: number; y: number }[] = [];
	let drawn = '';
	for (let i = 0; i < 46; i++) {
		let best = { x: 0, y: 0, gap: -1 };
		for (let k = 0; k < 30; k++) {
			const [x, y] = [between(random, -40, wide + 40), between(random, -40, high + 40)];
			const gap = Math.min(...placed.map((p) => Math.hypot(p.x - x, p.y - y)), 999);
			if (gap > best.gap) best = { x, y, gap };
		}
		placed.push(best);
		const length = between(random, 125, 175);
		const turn = between(random, 0, 360);
		const off = (turn / 180) * Math.PI;
		drawn += place(
			best.x - Math.sin(off) * length * 0.4,
			best.y + Math.cos(off) * length * 0.4,
			turn,
			SHAPES[art.leaf](length, vary(ink(inks, i), random), random),
		);
	}
	return drawn;
}

/** One large leaf. */
function single({ art, wide, high, inks, random }: Sheet): string {
	const length =
		Math.min(wide, high) *
		{ palm: 0.52, fan: 0.56, broad: 0.8, coin: 0.6, lance: 0.8, needle: 0.8 }[art.leaf];
	const base =
		high / 2 + length * { palm: 0.18, fan: 0.3, broad: 0.5, coin: 0.5, lance: 0.5, needle: 0.5 }[art.leaf];
	return place(wide / 2, base, between(random, -14, 14), SHAPES[art.leaf](length, ink(inks, 0), random));
}

const LAYOUTS = { stems, canopy, wreath, scatter, single };

export function drawLeaves(art: LeavesArt, frame: Frame): Sharp {
	const random = seeded(art.seed);
	const size = extent(frame);
	const [wide, high] = [size.wide * 1000, size.high * 1000];
	const colours = palette(art.palette);
	const inks = art.night
		? [colours.soft, colours.deep, colours.accent]
		: [colours.deep, colours.dark, colours.accent, colours.soft];
	const paper = art.night ? colours.dark : colours.ground;
	const [near, far] = [toHex(mix(paper, [1, 1, 1], art.night ? 0.06 : 0.35)), toHex(paper)];
	const backdrop = toHex(
		art.night ? mix(colours.accent, colours.dark, 0.12) : mix(colours.accent, colours.light, 0.35),
	);
	const behind =
		art.behind === 'sun'
			? `<circle cx="${n(wide * 0.5)}" cy="${n(high * 0.44)}" r="285" fill="${backdrop}"/>`
			: art.behind === 'arch'
				? `<path d="M${n(wide / 2 - 300)} ${n(high)}V${n(high * 0.44)}a300 300 0 0 1 600 0V${n(high)}Z" fill="${backdrop}"/>`
				: '';
	const drawn = LAYOUTS[art.layout]({ art, wide, high, colours, inks, random });
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(wide)} ${n(high)}" width="${frame.width}" height="${frame.height}">
<defs><radialGradient id="paper" cx=".38" cy=".3" r=".95"><stop offset="0" stop-color="${near}"/><stop offset="1" stop-color="${far}"/></radialGradient>
<filter id="lift" x="-40%" y="-40%" width="180%" height="180%"><feDropShadow dx="5" dy="9" stdDeviation="8" flood-color="${toHex(mix(colours.dark, [0, 0, 0], 0.4))}" flood-opacity="${art.night ? 0.5 : 0.28}"/></filter></defs>
<rect width="100%" height="100%" fill="url(#paper)"/>${behind}${drawn}</svg>`;
	return sharp(Buffer.from(svg), { unlimited: true }).flatten().toColourspace('srgb');
}
