import type { FontFace } from './font-face.ts';
import { chinese, japanese } from './fonts.ts';

/** In whose font characters are drawn that China and Japan both write, each in its own way. */
export type EastAsian = 'japanese' | 'chinese';

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const han = /\p{Script=Han}/gu;
// Signs of no script, such as 「 or ★, are in the East Asian fonts or in none.
const candidate =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Common}]/u;

/**
 * Tells by a whole text, which must not be cut into lines yet. With kana it is Japanese; with bopomofo, or with an
 * ideograph that the Japanese font lacks, as it lacks most simplified ones, it is Chinese. What both could have
 * written, such as 李, is drawn in the Japanese font, which takes half the memory.
 */
export function eastAsianOf(text: string): EastAsian {
	if (kana.test(text)) return 'japanese';
	if (/\p{Script=Bopomofo}/u.test(text)) return 'chinese';
	const ideographs = text.match(han) ?? [];
	return ideographs.every((character) => has(japanese(), character)) ? 'japanese' : 'chinese';
}

/** The font of a character that the Western ones lack; a font is read when a text has characters that it may have. */
export function eastAsianFace(character: string, by: EastAsian): FontFace | undefined {
	if (!candidate.test(character)) return undefined;
	const [first, second] = by === 'chinese' ? [chinese, japanese] : [japanese, chinese];
	if (has(first(), character)) return first();
	return has(second(), character) ? second() : undefined;
}

function has(face: FontFace, character: string): boolean {
	return face.has(character.codePointAt(0)!);
}
