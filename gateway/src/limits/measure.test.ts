import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type Measure, measure } from './measure.ts';

const nothing: Measure = { depth: 0, aliases: 0, directives: 0, tokens: 0 };

describe('the measure of a document', () => {
	it.each<[string, string, Partial<Measure>]>([
		['levels of fields', '{ a { b { c } } d }', { depth: 3, tokens: 8 }],
		['aliases', '{ x: a { y: b } z: c }', { depth: 2, aliases: 3, tokens: 11 }],
		['arguments', '{ a(b: 1, c: 2) }', { depth: 1, tokens: 9 }],
		[
			'directives, of operations and fragments as well',
			'query Q @d { a @d ...F @d ... @d { b } } fragment F on A @d { c }',
			{ depth: 1, directives: 5, tokens: 7 },
		],
		[
			'a fragment as often as it is spread',
			'{ ...F ...F } fragment F on A { x: b }',
			{ depth: 1, aliases: 2 },
		],
		['nothing of a fragment that is not spread', '{ a } fragment F on A { x: b { c } }', { depth: 1 }],
		['all operations', 'query A { a } query B { x: b { c } }', { depth: 2, aliases: 1 }],
		[
			'no depth of introspection, and all else of it',
			'{ __schema { x: types { fields @d { name } } } }',
			{ depth: 1, aliases: 1, directives: 1, tokens: 14 },
		],
		['an unknown fragment as nothing', '{ a ...Unknown }', { depth: 1 }],
		['a fragment within itself once', '{ ...F } fragment F on A { x: b { ...F } }', { depth: 1, aliases: 1 }],
	])('counts %s', (_, text, expected) => {
		const measured = measure(parse(text));
		expect(measured).toMatchObject({ ...nothing, ...expected, tokens: expected.tokens ?? measured.tokens });
	});
});
