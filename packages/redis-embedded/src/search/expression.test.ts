import { expect, it } from 'vitest';
import { evaluate, parseExpression } from './expression.ts';

const row = new Map<string, string | number>([
	['price', 10],
	['name', 'Blue Wave'],
	['tags', 'a, b,c'],
]);

it.each<[string, unknown]>([
	['1 + 2 * 3', 7],
	['(1 + 2) * 3', 9],
	['-@price ^ 2', 100],
	['@price % 3', 1],
	['@price >= 10 && @price < 11', 1],
	['!(@price == 10) || 0', 0],
	["lower(@name) == 'blue wave'", 1],
	["upper('a')", 'A'],
	['floor(@price / 3)', 3],
	['split(@tags)', ['a', 'b', 'c']],
	['substr(@name, 0, 4)', 'Blue'],
	["startswith(@name, 'Blue')", 1],
	['exists(@missing)', 0],
])('%s', (text, expected) => {
	expect(evaluate(parseExpression(text), row)).toEqual(expected);
});

it('names the properties it uses', () => {
	expect(parseExpression('@a + @b').properties).toEqual(['a', 'b']);
});

it.each(['1 +', '(1', 'nope(1)', '@', '1 2'])('refuses %s', (text) => {
	expect(() => parseExpression(text)).toThrow();
});
