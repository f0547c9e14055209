import { create, type Font } from '@cantoo/fontkit';
import {
	decodePDFRawStream,
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFName,
	type PDFPage,
	PDFRawStream,
} from 'pdf-lib';

/** A character as a page draws it: with the outline that its embedded font has for it. */
export interface DrawnGlyph {
	character: string;
	/** The embedded font's, such as ABCDEF+NotoSansSC-Regular. */
	font: string;
	/** An SVG path. */
	outline: string;
}

/**
 * What a PDF's pages draw, from their content streams and embedded fonts. Text extraction reads the characters that a
 * font claims to draw, and finds them also where the glyph is empty or another one.
 */
export async function drawnGlyphs(pdf: Uint8Array): Promise<DrawnGlyph[]> {
	const document = await PDFDocument.load(pdf);
	return document.getPages().flatMap((page) => {
		const fonts = fontsOf(page);
		const drawn: DrawnGlyph[] = [];
		let font: EmbeddedFont | undefined;
		for (const [, name, codes] of contentOf(page).matchAll(/\/(\S+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj/g)) {
			if (name) font = fonts.get(name);
			for (const code of codes?.match(/.{4}/g) ?? []) {
				const character = font!.characters.get(code.toUpperCase())!;
				const outline = font!.program.getGlyph(Number.parseInt(code, 16))!.path.toSVG();
				drawn.push({ character, font: font!.name, outline });
			}
		}
		return drawn;
	});
}

interface EmbeddedFont {
	name: string;
	program: Font;
	/** By the code, four hexadecimal digits. */
	characters: Map<string, string>;
}

function fontsOf(page: PDFPage): Map<string, EmbeddedFont> {
	const dict = page.node.Resources()!.lookup(PDFName.of('Font'), PDFDict);
	return new Map(
		dict.keys().map((key) => {
			const font = dict.lookup(key, PDFDict);
			const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
			const descriptor = descendant.lookup(PDFName.of('FontDescriptor'), PDFDict);
			const program = create(bytesOf(descriptor.lookup(PDFName.of('FontFile2'))));
			if (!program || 'fonts' in program) throw new TypeError('not a single font');
			const unicode = Buffer.from(bytesOf(font.lookup(PDFName.of('ToUnicode')))).toString('latin1');
			const name = font.lookup(PDFName.of('BaseFont'), PDFName).decodeText();
			return [key.decodeText(), { name, program, characters: charactersOf(unicode) }];
		}),
	);
}

function charactersOf(unicodeMap: string): Map<string, string> {
	const pairs = [...unicodeMap.matchAll(/<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm)];
	return new Map(
		pairs.map(([, code, text]) => [
			code!.toUpperCase(),
			Buffer.from(text!, 'hex').swap16().toString('utf16le'),
		]),
	);
}

function contentOf(page: PDFPage): string {
	const contents = page.node.Contents();
	const streams =
		contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents];
	return streams.map((stream) => Buffer.from(bytesOf(stream)).toString('latin1')).join('\n');
}

function bytesOf(stream: unknown): Uint8Array {
	if (!(stream instanceof PDFRawStream)) throw new TypeError('not a stream');
	return decodePDFRawStream(stream).decode();
}
