import { afterEach, expect, test, vi } from 'vitest';
import { readConfig } from './config.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
	['21', 21],
	['5.5', 5.5],
	['8.875', 8.875],
	['100', 100],
	['', undefined],
])('a tax rate of "%s" is %s', (given, expected) => {
	vi.stubEnv('TAX_RATE', given);
	expect(readConfig()).toMatchObject({ TAX_NAME: 'VAT' });
	expect(readConfig().TAX_RATE).toBe(expected);
});

test.each(['0', '101', '-5', '21,5', '1.2345', '21 %', '1e1'])(
	'a tax rate of "%s" stops the start',
	(given) => {
		vi.stubEnv('TAX_RATE', given);
		expect(readConfig).toThrow('TAX_RATE must be a percentage above 0 and up to 100');
	},
);
