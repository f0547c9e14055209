import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from './text.ts';

it.each([
	['1.0', '1.0'],
	['[100.000,5.05,12.50]', '[100.0,5.05,12.5]'],
	['1e2', '100.0'],
	['[1E100,1.5e-7,1e15,1e16]', '[1e100,1.5e-7,1000000000000000.0,1e16]'],
	['[0.00001,0.000001,0.00000125]', '[0.00001,1e-6,1.25e-6]'],
	['[-0,0,-0.0,-0.5]', '[-0.0,0,-0.0,-0.5]'],
	['9007199254740993', '9007199254740993'],
	['[-9223372036854775808,18446744073709551615]', '[-9223372036854775808,18446744073709551615]'],
	['[-9223372036854775809,18446744073709551616]', '[-9.223372036854776e18,1.8446744073709552e19]'],
	['12345678.99999999999', '12345679.0'],
	['[0.9999998807907104,0.99999999999999999]', '[0.9999998807907104,1.0]'],
	['[0.00000123456789012,"1.2.3.4.5.6.7.8.9.0"]', '[1.23456789012e-6,"1.2.3.4.5.6.7.8.9.0"]'],
	['[10000000000000000,9007199254740993.5]', '[10000000000000000,9007199254740994.0]'],
	['{"b":1,"2":2,"1":3}', '{"b":1,"2":2,"1":3}'],
	['{"\\u0031":1,"a":"\\u0031","0" : {"__proto__":"1:"}}', '{"1":1,"a":"1","0":{"__proto__":"1:"}}'],
	['["\\"1\\":","3e5: 1.0",":1:"]', '["\\"1\\":","3e5: 1.0",":1:"]'],
	['{"a":1,"b":2,"a":3}', '{"a":3,"b":2}'],
])('prints %s as RedisJSON does', (text, printed) => {
	expect(stringify(parse(text))).toBe(printed);
	expect(stringify(parse(printed))).toBe(printed);
});

it.each(['1e400', '"\\ud800"', '{"\\udc00a":1}', '{"1":}', '{1.0:2}', '1.e5', '01.0', '1.0.0', '[1.0true]'])(
	'refuses %s',
	(text) => {
		expect(() => parse(text)).toThrow(SyntaxError);
	},
);

it('gives back any document, its names in their order', () => {
	const value = fc.letrec<{ value: string }>((tie) => {
		const string = fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat(99).map(String));
		const printed = string.map((each) => JSON.stringify(each));
		const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }).map(String);
		const list = fc.array(tie('value')).map((items) => `[${items}]`);
		const entries = fc.uniqueArray(fc.tuple(printed, tie('value')), { selector: ([name]) => name });
		const object = entries.map((all) => `{${all.map((entry) => entry.join(':'))}}`);
		return {
			value: fc.oneof(
				{ maxDepth: 3 },
				printed,
				integer,
				fc.constantFrom('null', 'true', '1.5'),
				list,
				object,
			),
		};
	}).value;
	fc.assert(fc.property(value, (text) => stringify(parse(text)) === text));
});
