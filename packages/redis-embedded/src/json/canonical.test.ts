import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCanonical } from './canonical.ts';
import { parse, stringify } from './text.ts';

describe('a text that is surely printed as it is', () => {
	it.each([
		...['{}', '[]', '0', '-1', '12.5', '0.001', 'true', 'null', '""', '"a b"', '[1,"x",{}]'],
		...[
			'{"a":1,"b":[true,false,null]}',
			'999999999999999',
			'1234567890123456',
			'0.9999998807907104',
			'9007199254740991',
			'{"a":{"a":{"a":1}}}',
		],
	])('is %s', (text) => {
		expect(isCanonical(text)).toBe(true);
	});

	it.each([
		...[
			'',
			' ',
			'1 ',
			' 1',
			'[1, 2]',
			'{"a": 1}',
			'[1,]',
			'{"a":1,}',
			'[',
			']',
			'{',
			'"',
			'"a',
			'{"a"}',
			'{a:1}',
		],
		...[
			'01',
			'-',
			'-0',
			'1.',
			'.5',
			'1.0',
			'1.50',
			'1e5',
			'0.0001',
			'0.00001',
			'9007199254740993',
			'0.12345678901234567',
			'0.99999999999999999',
			'+1',
			'NaN',
		],
		...[
			'"\\n"',
			'"\\u0041"',
			'"é"',
			'"\u0001"',
			'nul',
			'truefalse',
			'1 2',
			'[1]]',
			'{"1":2}',
			'{"__proto__":1}',
		],
		...['{"a":1,"a":2}', '['.repeat(33) + ']'.repeat(33)],
	])('is not %j', (text) => {
		expect(isCanonical(text)).toBe(false);
	});

	it('is nothing that would be refused or printed otherwise', () => {
		const json = fc.json({ maxDepth: 4 });
		const mutated = fc
			.tuple(json, fc.nat(), fc.constantFrom(...'{}[]",:\\0123-.eE _ntu'))
			.map(
				([text, at, letter]) =>
					text.slice(0, at % (text.length + 1)) + letter + text.slice(at % (text.length + 1)),
			);
		fc.assert(
			fc.property(fc.oneof(json, mutated), (text) => {
				if (isCanonical(text)) expect(stringify(parse(text))).toBe(text);
			}),
			{ numRuns: 5_000 },
		);
	});

	it('is most of what programs send', () => {
		const value = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.nat(), fc.boolean()), {
			noNullPrototype: true,
		});
		fc.assert(fc.property(value, (document) => isCanonical(JSON.stringify(document))));
	});
});
