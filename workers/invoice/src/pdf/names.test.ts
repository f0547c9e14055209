import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from '@cantoo/fontkit';
import { expect, test } from 'vitest';
import { anInvoice, of } from '../../tests/an-invoice.ts';
import { aLine } from '../../tests/an-order.ts';
import { type DrawnGlyph, drawnGlyphs } from '../../tests/drawn-glyphs.ts';
import { renderInvoice } from './render-invoice.ts';

const drawn = async (change: Parameters<typeof anInvoice>[0]) =>
	drawnGlyphs(await renderInvoice(anInvoice(change)));

const shown = (glyphs: DrawnGlyph[]): string => glyphs.map(({ character }) => character).join('');

/** The fonts that a text is drawn in, of its characters but spaces. */
function fontsOf(glyphs: DrawnGlyph[], text: string): string[] {
	const from = [...shown(glyphs).split(text)[0]!].length;
	const part = glyphs.slice(from, from + [...text].length).filter(({ character }) => character !== ' ');
	return [...new Set(part.map(({ font }) => font.replace(/-Regular.*/, '')))];
}

test.each([
	['Latin with diacritics', 'Čapek Świętokrzyska İstanbul ğ ő ű ș ț Ærøskøbing ß ẞ', ['NotoSans']],
	['Greek', 'Ελληνικό αγγείο Άνοιξη', ['NotoSans']],
	['Cyrillic', 'Україна їжак ґ Ђорђе Йод', ['NotoSans']],
	['Vietnamese', 'Nguyễn Thị Phong cảnh Đà Nẵng', ['NotoSans']],
	['Japanese', '抹茶 田中園 カタカナ ひらがな', ['NotoSansJP']],
	['simplified Chinese', '张伟 景德镇青花瓷瓶', ['NotoSansSC']],
	['traditional Chinese', '陳大文 國立故宮博物院', ['NotoSansJP']],
	['Chinese with bopomofo', '直角ㄓˊ', ['NotoSans', 'NotoSansSC']],
	['kana and an ideograph that Japan does not use', 'ひらがな 张', ['NotoSansJP', 'NotoSansSC']],
	['a rare ideograph of the Japanese font', '𠮷野家', ['NotoSansJP']],
	['many scripts at once', 'Vase Ваза 花瓶 カップ gốm', ['NotoSans', 'NotoSansJP']],
])('names in %s are drawn, every glyph of them', async (_, name, fonts) => {
	const glyphs = await drawn(of(name));
	const text = shown(glyphs);
	expect(text.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
	const used = name.split(' ').flatMap((word) => fontsOf(glyphs, word));
	expect([...new Set(used)].toSorted()).toEqual(fonts);
	for (const { character, outline } of glyphs) if (character !== ' ') expect(outline, character).not.toBe('');
});

test.each([
	['张', 'sc/400Regular/NotoSansSC'],
	['陳', 'jp/400Regular/NotoSansJP'],
	['カ', 'jp/400Regular/NotoSansJP'],
	['ễ', '/400Regular/NotoSans'],
])('%s is drawn with the outline that its font has', async (character, file) => {
	const name = `@expo-google-fonts/noto-sans${file.startsWith('/') ? '' : '-'}${file}_400Regular.ttf`;
	const font = create(readFileSync(createRequire(import.meta.url).resolve(name)));
	if (!font || 'fonts' in font) throw new TypeError('not a single font');
	const expected = font.glyphForCodePoint(character.codePointAt(0)!)!.path.toSVG();
	const glyphs = await drawn(of(character));
	expect(glyphs.find((glyph) => glyph.character === character)?.outline).toBe(expected);
});

test('a long Chinese name stays in one font on all of its lines', async () => {
	const name = `${'中国'.repeat(30)}张`;
	const glyphs = await drawn({ lines: [aLine(name, 1, 100)] });
	expect(fontsOf(glyphs, name)).toEqual(['NotoSansSC']);
});

test('a seller’s name that is cut is drawn as the whole would be', async () => {
	const invoice = anInvoice();
	invoice.seller = { ...invoice.seller, name: `${'中国'.repeat(40)}张` };
	const glyphs = await drawnGlyphs(await renderInvoice(invoice));
	expect(fontsOf(glyphs, '中国'.repeat(5))).toEqual(['NotoSansSC']);
});
