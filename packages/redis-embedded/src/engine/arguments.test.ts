import { expect, it } from 'vitest';
import { addDecimals, int64, parseDouble } from './arguments.ts';

it('takes integers in their only spelling', () => {
	expect(int64('9223372036854775807')).toBe(9223372036854775807n);
	for (const text of ['', '+1', '01', ' 1', '1.0', '9223372036854775808', '-0'])
		expect(int64(text)).toBeUndefined();
});

it('takes floats and infinities, not NaN', () => {
	expect([parseDouble('1e3'), parseDouble('-inf'), parseDouble('.5')]).toEqual([
		1000,
		Number.NEGATIVE_INFINITY,
		0.5,
	]);
	for (const text of ['nan', '', 'a', '1 ', '0x10'])
		expect(() => parseDouble(text)).toThrow('not a valid float');
});

it('adds decimals exactly', () => {
	expect(addDecimals('0.1', '0.2')).toBe('0.3');
	expect(addDecimals('10.5', '-10.5')).toBe('0');
	expect(addDecimals('-1', '0.25')).toBe('-0.75');
	expect(addDecimals('5e3', '1')).toBe('5001');
});
