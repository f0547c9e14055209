import { expect, it } from 'vitest';
import { tokenize } from './tokenize.ts';

it.each([
	['One two,THREE', ['one', 'two', 'three']],
	['a\\-b c\\\\d', ['a-b', 'c\\d']],
	['li\nne\0 x\\', ['line', 'x']],
	['\\\n , ', []],
	['ΟΔΟΣ Ünï', ['οδος', 'ünï']],
])('splits %j into words', (text, words) => {
	expect(tokenize(text)).toEqual(words);
});

it('takes a word as long as a value can be', () => {
	expect(tokenize('a'.repeat(20_000_000))).toHaveLength(1);
	expect(tokenize('\\-'.repeat(2_000_000))).toEqual(['-'.repeat(2_000_000)]);
});
