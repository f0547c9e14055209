import sharp, { type Sharp } from 'sharp';
import { encode, type Rgb } from './colour.ts';
import { seeded } from './random.ts';

/** Pixels to draw. Pictures are composed in units of the shorter side, so that any size shows the same. */
export interface Frame {
	width: number;
	height: number;
}

/** Width and height of a frame in units of its shorter side. */
export function extent({ width, height }: Frame): { wide: number; high: number } {
	const side = Math.min(width, height);
	return { wide: width / side, high: height / side };
}

const TABLE = Float32Array.from({ length: 4097 }, (_, i) => encode(i / 4096) * 255);
const display = (c: number) => (c <= 0.004 ? encode(c) * 255 : TABLE[Math.min(4096, Math.round(c * 4096))]!);

/** Asks for the colour of every pixel, at (u, v) from the top left in units of the shorter side. */
export function paint(frame: Frame, colourAt: (u: number, v: number) => Rgb): Sharp {
	const { width, height } = frame;
	const side = Math.min(width, height);
	const pixels = Buffer.alloc(width * height * 3);
	const random = seeded('dither');
	let at = 0;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const colour = colourAt((x + 0.5) / side, (y + 0.5) / side);
			// Rounding by chance keeps the steps between 8-bit values from lining up.
			const dither = random();
			for (let c = 0; c < 3; c++) pixels[at++] = Math.min(255, display(colour[c]!) + dither);
		}
	}
	return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Film grain over a finished picture, in place; it hides the blocks of lossy compression in smooth skies. */
export function addGrain(pixels: Buffer, seed: string, strength: number): void {
	const random = seeded(`${seed} grain`);
	for (let at = 0; at < pixels.length; at += 3) {
		const grain = (random() + random() - random() - random()) * strength;
		for (let c = at; c < at + 3; c++) pixels[c] = Math.min(255, Math.max(0, Math.round(pixels[c]! + grain)));
	}
}
