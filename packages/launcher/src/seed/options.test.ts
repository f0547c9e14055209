import { describe, expect, it } from 'vitest';
import { readSeedOptions } from './options.ts';

describe('the options of npm run seed', () => {
	it('have defaults that suit each other', () => {
		expect(readSeedOptions([])).toEqual({ products: 1_000, orders: 5_000, seed: 1 });
		expect(readSeedOptions(['--products', '100000'])).toMatchObject({ orders: 50_000 });
		expect(readSeedOptions(['--products', '0', '--orders', '7', '--seed', '9'])).toEqual({
			products: 0,
			orders: 7,
			seed: 9,
		});
	});

	it.each([
		['--products', '-1'],
		['--products', '200001'],
		['--orders', 'many'],
		['--seed', '1.5'],
		['--seed', ''],
	])('refuse %s %s', (option, value) => {
		expect(() => readSeedOptions([`${option}=${value}`])).toThrow(/takes a whole number|ambiguous/);
	});

	it('refuse what they do not know, and give help', () => {
		expect(() => readSeedOptions(['--prodcuts', '5'])).toThrow(/prodcuts/);
		expect(readSeedOptions(['--help'])).toBeUndefined();
	});
});
