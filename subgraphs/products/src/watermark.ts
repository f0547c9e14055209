const share = 0.08;
const marginShare = 0.03;
const glyphWidth = 60;
const glyphHeight = 28;

/** The shop's mark, an infinite line, for a picture of this size: small, translucent, in the lower right corner. */
export function watermark(width: number, height: number): Buffer {
	const scale = (Math.max(width, height) * share) / glyphWidth;
	const margin = Math.max(width, height) * marginShare;
	const x = width - margin - (glyphWidth * scale) / 2;
	const y = height - margin - (glyphHeight * scale) / 2;
	const line = 'M0 0C9-14 27-15 27 0S9 14 0 0-27-15-27 0-9 14 0 0Z';
	return Buffer.from(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
			`<g transform="translate(${x} ${y}) scale(${scale})" fill="none" stroke-linejoin="round">` +
			`<path d="${line}" stroke="#000" stroke-opacity=".22" stroke-width="6"/>` +
			`<path d="${line}" stroke="#fff" stroke-opacity=".7" stroke-width="3.5"/></g></svg>`,
	);
}
