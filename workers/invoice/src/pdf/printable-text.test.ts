import { expect, test } from 'vitest';
import { printable } from './printable-text.ts';

test.each([
	['decomposed letters are composed', 'Nguye\u0302\u0303n', 'Nguyễn'],
	['lines become one', 'Vase\n\tin \u0000 Ochre', 'Vase in Ochre'],
	['zero-width and direction characters are left out', 'V\u200ba\u202ese\u00ad', 'Vase'],
	['an emoji is left out, with the space it stood in', 'Vase 🎨 of clay', 'Vase of clay'],
	['so is one of several people, and one with a skin tone', 'Ada 👩🏽‍🎨 Lovelace', 'Ada Lovelace'],
	['so are flags and hearts in colour', 'Art 🇳🇱 ❤️', 'Art'],
	['a keycap keeps its digit', 'No. 1️⃣', 'No. 1'],
	['signs that a font has stay', 'Star ★ © ♥ ™', 'Star ★ © ♥ ™'],
	['letters of a script without a font show that something is missing', 'Vase של סבא', 'Vase �� ���'],
	['marks go with the letter they stood on', 'แจกัน', '����'],
	['a name of nothing but emoji is not empty', '🎨🎨', '�'],
	['nothing is nothing', ' \n ', ''],
])('%s', (_, text, expected) => {
	expect(printable(text)).toBe(expected);
	expect(printable(expected)).toBe(expected);
});
