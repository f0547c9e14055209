import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { type BlobArt, drawBlob } from './blobs.ts';
import { type ContourArt, drawContour } from './contours.ts';
import { drawHills, type HillsArt } from './hills.ts';
import { drawLeaves, type LeavesArt } from './leaves.ts';
import { addGrain, type Frame } from './raster.ts';
import { drawSilk, type SilkArt } from './silk.ts';
import { drawVase, type VaseArt } from './vases.ts';

/** Shape of the sheet: 1:1, 4:5 upright, 5:4 across. */
export type Format = 'square' | 'portrait' | 'landscape';

/** All it takes to draw a picture again. The seed decides whatever the other fields leave open. */
export type Art = { format: Format } & (VaseArt | HillsArt | ContourArt | LeavesArt | SilkArt | BlobArt);

/** Pixels are drawn larger than shown, so that edges come out smooth; SVG sees to that itself. */
const oversampling = (art: Art): number => (art.family === 'leaves' ? 1 : 2);

/** Width and height in pixels of a format whose shorter side is given. */
export function dimensions(format: Format, side: number): Frame {
	const longer = Math.round(side * 1.25);
	if (format === 'portrait') return { width: side, height: longer };
	if (format === 'landscape') return { width: longer, height: side };
	return { width: side, height: side };
}

/** In 8-bit steps. */
const GRAIN = 1.6;

function draw(art: Art, frame: Frame): Sharp {
	switch (art.family) {
		case 'vase':
			return drawVase(art, frame);
		case 'hills':
			return drawHills(art, frame);
		case 'contour':
			return drawContour(art, frame);
		case 'leaves':
			return drawLeaves(art, frame);
		case 'silk':
			return drawSilk(art, frame);
		case 'blob':
			return drawBlob(art, frame);
	}
}

/** The picture as raw RGB; `side` is the shorter side in pixels. */
export async function render(art: Art, side: number): Promise<{ pixels: Buffer; frame: Frame }> {
	const frame = dimensions(art.format, side);
	const times = oversampling(art);
	const large = { width: frame.width * times, height: frame.height * times };
	// Two steps: sharp would otherwise let an SVG be drawn at the small size.
	const drawn = await draw(art, large).raw().toBuffer();
	const pixels = await sharp(drawn, { raw: { ...large, channels: 3 } })
		.resize(frame.width, frame.height, { kernel: 'mitchell' })
		.raw()
		.toBuffer();
	addGrain(pixels, art.seed, GRAIN);
	return { pixels, frame };
}
