import { expect, it } from 'vitest';
import { int64, parseDouble } from './arguments.ts';

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
	expect(parseDouble('0x10')).toBe(16);
	for (const text of ['nan', '', 'a', '1 ', ' 1', '1e400', '1e-400'])
		expect(() => parseDouble(text)).toThrow('not a valid float');
});
