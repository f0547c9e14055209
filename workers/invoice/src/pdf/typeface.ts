import type { Color, PDFDocument, PDFFont, PDFPage } from 'pdf-lib';
import { type EastAsian, eastAsianFace, eastAsianOf } from './east-asian.ts';
import type { FontFace } from './font-face.ts';
import { bold, regular } from './fonts.ts';
import { printable } from './printable-text.ts';

export type Weight = 'regular' | 'bold';

export interface Style {
	/** Points. */
	size: number;
	weight: Weight;
	color: Color;
	/** Of the whole text that a line was cut from; told by the line itself unless given. */
	eastAsian?: EastAsian;
}

/** The style for all lines that a text is cut into. */
export function styleFor(text: string, style: Style): Style {
	return { ...style, eastAsian: eastAsianOf(text) };
}

interface Run {
	text: string;
	face: FontFace;
}

const western = { regular, bold };

/** The fonts of one document: text is drawn in the first one that has its characters. */
export class Typeface {
	readonly #fonts: Map<FontFace, PDFFont>;

	private constructor(fonts: Map<FontFace, PDFFont>) {
		this.#fonts = fonts;
	}

	/** @param texts everything that will be drawn and is not plain English */
	static async embed(document: PDFDocument, texts: string[]): Promise<Typeface> {
		const faces = new Set([regular(), bold()]);
		for (const text of texts) for (const { face } of runsOf(text, { weight: 'regular' })) faces.add(face);
		const fonts = new Map<FontFace, PDFFont>();
		for (const face of faces) {
			document.registerFontkit({ create: () => face });
			// pdf-lib asks the registered parser, which has the parsed font at hand; the bytes go unread.
			fonts.set(face, await document.embedFont(new Uint8Array(), { subset: true }));
		}
		return new Typeface(fonts);
	}

	/** Points. */
	width(text: string, style: Style): number {
		return runsOf(text, style).reduce((width, run) => width + runWidth(run, style.size), 0);
	}

	/** Draws a line of text with its baseline starting at the point. */
	draw(page: PDFPage, text: string, x: number, y: number, style: Style): void {
		let left = x;
		for (const run of runsOf(text, style)) {
			const font = this.#fonts.get(run.face);
			if (!font) throw new Error(`"${text}" was not announced when the fonts were embedded`);
			page.drawText(run.text, { x: left, y, size: style.size, font, color: style.color });
			left += runWidth(run, style.size);
		}
	}
}

/** The text in pieces of one font each. */
function runsOf(text: string, { weight, eastAsian }: Pick<Style, 'weight' | 'eastAsian'>): Run[] {
	const runs: Run[] = [];
	const main = western[weight]();
	const shown = printable(text);
	let by = eastAsian;
	for (const character of shown) {
		let face: FontFace | undefined = main;
		if (!main.has(character.codePointAt(0)!)) {
			by ??= eastAsianOf(shown);
			face = eastAsianFace(character, by) ?? main;
		}
		const last = runs.at(-1);
		if (last?.face === face) last.text += character;
		else runs.push({ text: character, face });
	}
	return runs;
}

/** Points, with the spaces at the run's ends: its neighbours stand in another font. */
function runWidth({ face, text }: Run, size: number): number {
	const units = face.layout(text).glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
	return (units * size) / face.unitsPerEm;
}
