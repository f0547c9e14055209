import { eastAsianFace, eastAsianOf } from './east-asian.ts';
import { regular } from './fonts.ts';

/** Stands for a character that no font has, such as an Arabic letter: that something is missing must show. */
const replacement = '\ufffd';

const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
const outsideFonts = /\p{Emoji_Presentation}/u;
const mark = /\p{M}/u;

/**
 * What is drawn of a text: composed, on one line, without control and formatting characters. Of what no font has,
 * emoji are left out, letters and signs become a replacement character, and marks go with the letter they stood on.
 * The printable text of a printable text is the same.
 */
export function printable(text: string): string {
	const oneLine = text
		.normalize('NFC')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.replace(/[\p{C}\p{Variation_Selector}]/gu, '');
	const shown = [...oneLine].map((character) => (isDrawable(character) ? character : standIn(character)));
	const printed = shown.join('').replace(/ +/g, ' ').trim();
	// Nothing but emoji: a nameless line would look like a fault.
	return printed || (oneLine.trim() ? replacement : '');
}

function isDrawable(character: string): boolean {
	if (regular().has(character.codePointAt(0)!)) return true;
	return !outsideFonts.test(character) && eastAsianFace(character, eastAsianOf(character)) !== undefined;
}

function standIn(character: string): string {
	return emoji.test(character) || mark.test(character) ? '' : replacement;
}
