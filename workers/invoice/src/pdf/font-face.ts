import { create } from '@cantoo/fontkit';

/** A character's shape in a font. */
interface Glyph {
	id: number;
	codePoints: number[];
	/** Font units. */
	advanceWidth: number;
}

/**
 * A parsed font in the form in which pdf-lib takes fonts, shared by all documents of the process.
 *
 * Each character is its one glyph, without shaping: pdf-lib would ignore the positions that shaping finds, and reading
 * the tables for it costs 25 ms a document. Glyph objects are our own, since fontkit keeps those of its fonts with the
 * first characters they stood for, and text copied from one document would depend on the documents before it.
 */
export class FontFace {
	readonly postscriptName: string | null;
	readonly unitsPerEm: number;
	readonly ascent: number;
	readonly descent: number;
	readonly italicAngle: number;
	readonly capHeight: number;
	readonly xHeight: number;
	readonly bbox;
	readonly characterSet: number[] = [];
	readonly #font;
	readonly #glyphs = new Map<number, Glyph | undefined>();

	constructor(bytes: Uint8Array) {
		const font = create(bytes);
		if (!font || 'fonts' in font) throw new TypeError('not a single font');
		this.#font = font;
		this.postscriptName = font.postscriptName;
		this.unitsPerEm = font.unitsPerEm;
		this.ascent = font.ascent;
		this.descent = font.descent;
		this.italicAngle = font.italicAngle;
		this.capHeight = font.capHeight;
		this.xHeight = font.xHeight;
		this.bbox = font.bbox;
	}

	has(codePoint: number): boolean {
		return this.glyphForCodePoint(codePoint) !== null;
	}

	glyphForCodePoint(codePoint: number): Glyph | null {
		const known = this.#glyphs.get(codePoint);
		if (known) return known;
		if (!this.#font.hasGlyphForCodePoint(codePoint)) return null;
		const found = this.#font.glyphForCodePoint(codePoint);
		if (!found) return null;
		const glyph = { id: found.id, codePoints: [codePoint], advanceWidth: found.advanceWidth };
		this.#glyphs.set(codePoint, glyph);
		return glyph;
	}

	layout(text: string): { glyphs: Glyph[] } {
		const glyphs = [...text].map((character) => this.glyphForCodePoint(character.codePointAt(0)!));
		return { glyphs: glyphs.filter((glyph) => glyph !== null) };
	}

	createSubset() {
		return this.#font.createSubset();
	}
}
