import { createHash } from 'node:crypto';
import sharp from 'sharp';

const side = 1600;

/** The picture of a product that was given none: a glow in two colours that follow from its handle. */
export function plainPicture(handle: string): Promise<Buffer> {
	const [first = 0, second = 0] = createHash('sha256').update(handle).digest();
	const [from, to] = [first, second].map((byte) => Math.round((byte / 256) * 360));
	const svg =
		`<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">` +
		`<radialGradient id="g" cx=".35" cy=".3" r=".9"><stop stop-color="hsl(${from},45%,78%)"/>` +
		`<stop offset="1" stop-color="hsl(${to},40%,38%)"/></radialGradient>` +
		'<rect width="100%" height="100%" fill="url(#g)"/></svg>';
	return sharp(Buffer.from(svg)).webp({ quality: 84 }).toBuffer();
}
