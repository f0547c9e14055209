import { expect, it } from 'vitest';
import { addLongDoubles, parseLongDouble } from './long-double.ts';

it.each([
	['0.1', '0.2', '0.3'],
	['3', '1.1', '4.1'],
	['10.5', '-10.5', '0'],
	['-1', '0.25', '-0.75'],
	['5e3', '.5', '5000.5'],
	['0x10', '1', '17'],
	['5e-324', '0', '0'],
	['123456789012345678901', '0', '123456789012345678904'],
	['99999999999999999999.5', '0', '100000000000000000000'],
])('adds %s and %s as floats of 80 bits do', (a, b, sum) => {
	expect(addLongDoubles(parseLongDouble(a), parseLongDouble(b))).toBe(sum);
});

it('takes what such a float can hold', () => {
	for (const text of ['', ' 1', '1 ', 'nan', 'a', '1e4933', '1e-4950', '1e999999999999']) {
		expect(() => parseLongDouble(text)).toThrow('not a valid float');
	}
	expect(() => addLongDoubles(parseLongDouble('inf'), parseLongDouble('1'))).toThrow('NaN or Infinity');
});
