import type { Color, PDFDocument, PDFFont, PDFPage } from 'pdf-lib';
import type { FontFace } from './font-face.ts';
import { bold, japanese, regular } from './fonts.ts';

export type Weight = 'regular' | 'bold';

export interface Style {
	/** Points. */
	size: number;
	weight: Weight;
	color: Color;
}

interface EmbeddedFont {
	face: FontFace;
	font: PDFFont;
}

interface Run {
	text: string;
	face: FontFace;
	font: PDFFont;
}

/** The fonts of one document: text is drawn in the first one that has its characters. */
export class Typeface {
	readonly #fonts: Record<Weight, EmbeddedFont[]>;

	private constructor(fonts: Record<Weight, EmbeddedFont[]>) {
		this.#fonts = fonts;
	}

	/** @param text everything that will be drawn and is not plain English */
	static async embed(document: PDFDocument, text: string): Promise<Typeface> {
		const embed = async (face: FontFace): Promise<EmbeddedFont> => {
			document.registerFontkit({ create: () => face });
			// pdf-lib asks the registered parser, which has the parsed font at hand; the bytes go unread.
			return { face, font: await document.embedFont(new Uint8Array(), { subset: true }) };
		};
		const needsJapanese = [...printable(text)].some((character) => !has(regular(), character));
		const fallback = needsJapanese ? [await embed(japanese())] : [];
		return new Typeface({
			regular: [await embed(regular()), ...fallback],
			bold: [await embed(bold()), ...fallback],
		});
	}

	/** Points. */
	width(text: string, { size, weight }: Style): number {
		return this.#runs(text, weight).reduce((width, run) => width + runWidth(run, size), 0);
	}

	/** Draws a line of text with its baseline starting at the point. */
	draw(page: PDFPage, text: string, x: number, y: number, style: Style): void {
		let left = x;
		for (const run of this.#runs(text, style.weight)) {
			page.drawText(run.text, { x: left, y, size: style.size, font: run.font, color: style.color });
			left += runWidth(run, style.size);
		}
	}

	#runs(text: string, weight: Weight): Run[] {
		const fonts = this.#fonts[weight];
		const runs: Run[] = [];
		for (const character of printable(text)) {
			const found = fonts.find(({ face }) => has(face, character));
			const { face, font } = found ?? fonts[0]!;
			const shown = found ? character : missing;
			const last = runs.at(-1);
			if (last?.font === font) last.text += shown;
			else runs.push({ text: shown, face, font });
		}
		return runs;
	}
}

/** Points, with the spaces at the run's ends: its neighbours stand in another font. */
function runWidth({ face, text }: Run, size: number): number {
	const units = face.layout(text).glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
	return (units * size) / face.unitsPerEm;
}

/** Stands for a character that no font has, such as an emoji. */
const missing = '?';

function has(face: FontFace, character: string): boolean {
	return face.has(character.codePointAt(0)!);
}

/** Composed, on one line, without characters that are not drawn. */
function printable(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.replace(/[\p{C}\p{Variation_Selector}]/gu, '')
		.trim();
}
