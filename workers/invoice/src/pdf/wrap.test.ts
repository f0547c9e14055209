import { expect, test } from 'vitest';
import { wrap } from './wrap.ts';

const byLength = (text: string): number => text.length;

test('text breaks between words', () => {
	expect(wrap('a vase in ochre and smoke', 11, byLength)).toEqual(['a vase in', 'ochre and', 'smoke']);
});

test('a word longer than a line is broken', () => {
	expect(wrap('an extraordinarily', 6, byLength)).toEqual(['an', 'extrao', 'rdinar', 'ily']);
});

test('ideographs break anywhere but before closing punctuation', () => {
	expect(wrap('静かな庭。雪', 4, byLength)).toEqual(['静かな', '庭。雪']);
});

test('a character with its marks is not torn apart', () => {
	expect(wrap('x\u0302y\u0302z\u0302', 2, byLength)).toEqual(['x\u0302', 'y\u0302', 'z\u0302']);
});

test('what does not fit into the lines allowed ends in an ellipsis', () => {
	expect(wrap('one two three four five', 8, byLength, 2)).toEqual(['one two', 'three…']);
});

test('nothing but spaces is no line', () => {
	expect(wrap('  \n ', 10, byLength)).toEqual([]);
});
