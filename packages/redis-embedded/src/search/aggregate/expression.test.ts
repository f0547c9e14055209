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
	['-2 ^ 2 - @price', -6],
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
	['exists(NULL) && exists(upper(1))', 1],
	['NULL == NULL', 1],
	["NULL < ''", 1],
	['!NULL', 1],
	['1 || @missing', 1],
	['!(@price == 11) && @name != 10', 1],
	["'10' < '9'", 1],
	["'10' < 9", 0],
	["'' == 0", 1],
	["'a' != 1", 1],
	["split('a,b') <= split('a')", 1],
	["' 3' + '' + 'inf'", Number.POSITIVE_INFINITY],
	['7 % 0', Number.NaN],
	['1 ^ log(0)', 1],
	['1 / 0', Number.NaN],
	["substr('hello', -3, 2)", 'll'],
	["substr('hello', 1, -1)", 'ell'],
	["substr('hello', -9, 2)", ''],
	["substr('éa', 0, 2)", 'é'],
	["upper('é-b')", 'é-B'],
	['to_str(split(@tags))', ''],
	["format('%s of %s %%', @name, @price)", 'Blue Wave of 10 %'],
	["contains('abab', 'ab') + contains('ab', '')", 5],
	["to_number('3') + strlen(to_str(10))", 5],
	['upper(1)', null],
	['year(-1)', null],
	["geodistance('1.26,4.5', 1.25, 4.5)", 1108.83],
	['year(1517417144) + monthofyear(1517417144)', 2018],
])('%s', (text, expected) => {
	expect(evaluate(parseExpression(text), row)).toEqual(expected);
});

it('names the properties it uses', () => {
	expect(parseExpression('@a + @b').properties).toEqual(['a', 'b']);
});

it.each([
	['1 +', "Syntax error at offset 2 near '1'"],
	['(1', "Syntax error at offset 1 near '1'"],
	['1 2', "Syntax error at offset 2 near '2'"],
	['4-002', "Syntax error at offset 1 near '-002'"],
	['bad filter', "Syntax error at offset 4 near 'filter'"],
	['1 @price', "Syntax error at offset 2 near 'price'"],
	['bad', "Unknown symbol 'bad'"],
	['nope(1)', "Unknown function name 'nope'"],
	['upper()', "Invalid arguments for function 'upper'"],
	['split()', 'Invalid number of arguments for split'],
])('refuses %s', (text, message) => {
	expect(() => parseExpression(text)).toThrow(message);
});

it.each([
	["'a' + 'b'", 'Could not convert value to a number'],
	["'3 ' + 1", 'Could not convert value to a number'],
	['NULL + 1', 'Could not convert value to a number'],
	["@price > 'a'", "Error converting string 'a' to number"],
	['exists(@missing) || @missing', 'missing: has no value, consider using EXISTS if applicable'],
	['exists(@missing + 1)', 'missing: has no value'],
	["substr('a', 'b', 'c')", "Invalid type (3) for argument 1 in function 'substr'"],
	["geodistance('a', '1,2')", 'Invalid geo string'],
	["to_number('a')", "to_number: cannot convert string 'a'"],
	["format('%b', 1)", 'Unknown format specifier passed'],
])('cannot compute %s', (text, message) => {
	expect(() => evaluate(parseExpression(text), row)).toThrow(message);
});
