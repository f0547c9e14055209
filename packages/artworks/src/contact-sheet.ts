import sharp from 'sharp';
import { type Art, render } from './artwork.ts';

const GAP = 10;

/** All the pictures small, in rows, for looking at them side by side. PNG. */
export async function contactSheet(arts: readonly Art[], side: number, columns: number): Promise<Buffer> {
	const cell = Math.round(side * 1.25);
	const tiles = [];
	for (const [i, art] of arts.entries()) {
		const { pixels, frame } = await render(art, side);
		const input = await sharp(pixels, { raw: { ...frame, channels: 3 } })
			.png()
			.toBuffer();
		tiles.push({ input, left: (i % columns) * (cell + GAP), top: Math.floor(i / columns) * (cell + GAP) });
	}
	return sharp({
		create: {
			width: columns * (cell + GAP),
			height: Math.ceil(arts.length / columns) * (cell + GAP),
			channels: 3,
			background: '#ffffff',
		},
	})
		.composite(tiles)
		.png()
		.toBuffer();
}
