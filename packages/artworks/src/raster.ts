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
export function paint(
	frame: Frame,
	colourAt: (u: number, v: number) => Rgb,
	{ seed, grain = 1.2 }: { seed: string; grain?: number },
): Sharp {
	const { width, height } = frame;
	const side = Math.min(width, height);
	const pixels = Buffer.alloc(width * height * 3);
	const random = seeded(`${seed} grain`);
	let at = 0;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const colour = colourAt((x + 0.5) / side, (y + 0.5) / side);
			// A little grain also hides the steps of 8-bit gradients.
			const noise = (random() - random()) * grain + 0.5;
			for (let c = 0; c < 3; c++) {
				const value = display(colour[c]!) + noise;
				pixels[at++] = value < 0 ? 0 : value > 255 ? 255 : value;
			}
		}
	}
	return sharp(pixels, { raw: { width, height, channels: 3 } });
}
