import { expect, it } from 'vitest';
import type { Json } from '../values/json.ts';
import { pathOf, valuesAt } from './path.ts';

const STORE: Json = {
	book: [
		{ title: 'A', price: 8, tags: ['x'] },
		{ title: 'B', price: 12, isbn: '1', tags: ['x', 'y'] },
		{ title: 'C', price: 9, isbn: '2', tags: [] },
	],
	bicycle: { color: 'red', price: 20 },
	'odd name': 1,
};

it.each<[string, Json[]]>([
	['$', [STORE]],
	['.', [STORE]],
	['$.bicycle.color', ['red']],
	['bicycle.color', ['red']],
	["$['odd name']", [1]],
	['$["odd name"]', [1]],
	['$.book[0].title', ['A']],
	['$.book[-1].title', ['C']],
	['$.book[0,2].title', ['A', 'C']],
	['$.book[1:].title', ['B', 'C']],
	['$.book[:2].title', ['A', 'B']],
	['$.book[0:3:2].title', ['A', 'C']],
	['$.book[*].price', [8, 12, 9]],
	['$.book.*.title', ['A', 'B', 'C']],
	['$..price', [8, 12, 9, 20]],
	['$..book[2].title', ['C']],
	['$.book[?(@.price < 10)].title', ['A', 'C']],
	["$.book[?(@.isbn && @.title != 'C')].title", ['B']],
	['$.book[?(@.isbn == "2" || @.price == 8)].title', ['A', 'C']],
	['$.book[?(@.isbn != "1")].title', ['A', 'C']],
	['$.book[?@.isbn].title', ['B', 'C']],
	['$.book[?(10 < @.price || (@.price == 8))].title', ['A', 'B']],
	['$.book[?(@.price > $.bicycle.price)].title', []],
	['$.book[?(@.title =~ "[AB]")].price', [8, 12]],
	['$.book[1].tags[?(@ == "y")]', ['y']],
	['$.missing', []],
	['$.book[9]', []],
])('%s', (path, expected) => {
	expect(valuesAt(STORE, pathOf(path))).toEqual(expected);
});

it.each([
	'$.',
	'$[',
	'$.a[',
	"$['a",
	'$.a[?(@.b]',
	'$.Ã©',
	'$.a[1:2:0]',
	'$.a[01]',
	'$.a[01:2]',
	'$.a[1:02]',
	'$..',
	'["\\n"]',
	'',
])('refuses %s', (path) => {
	expect(() => pathOf(path).segments).toThrow('Error occurred on position');
});

it('orders texts by their bytes', () => {
	const texts: Json = ['\u{1f600}', '\uffff', 'a'];
	expect(valuesAt(texts, pathOf('$[?(@ > "b")]'))).toEqual(['\u{1f600}', '\uffff']);
	expect(valuesAt(texts, pathOf(Buffer.from('$[?(@ > "\uffff")]').toString('latin1')))).toEqual([
		'\u{1f600}',
	]);
});
