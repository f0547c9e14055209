import { stripVTControlCharacters } from 'node:util';

/** Control characters, line ends, and marks that turn the direction of writing. */
const controls = /[\s\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** What others wrote, for one line of a terminal: no escape sequence or control character, and `most` characters. */
export function plain(text: string, most: number): string {
	// Events may be large: what surely does not fit is not even looked at.
	const start = text.slice(0, 16 * most);
	const clean = stripVTControlCharacters(start).replace(controls, ' ').trim().toWellFormed();
	const characters = [...clean];
	if (start === text && characters.length <= most) return clean;
	return `${characters.slice(0, most - 1).join('')}…`;
}
