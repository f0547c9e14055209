import { describe, expect, it } from 'vitest';
import { convert, rate } from './convert.ts';
import { currencies, minorDigits } from './currency.ts';
import { add, format, includedTax, money, multiply, percentage, subtract, sum } from './money.ts';

describe('money', () => {
	it('is reckoned in whole minor units', () => {
		expect(add(money(1200, 'USD'), multiply(money(950, 'USD'), 2))).toEqual(money(3100, 'USD'));
		expect(subtract(money(1200, 'USD'), money(200, 'USD'))).toEqual(money(1000, 'USD'));
		expect(sum([money(1, 'JPY'), money(2, 'JPY')], 'JPY')).toEqual(money(3, 'JPY'));
		expect(sum([], 'INR')).toEqual(money(0, 'INR'));
	});

	it('refuses fractions and mixed currencies', () => {
		expect(() => money(1.5, 'USD')).toThrow(RangeError);
		expect(() => add(money(1, 'USD'), money(1, 'EUR'))).toThrow('cannot reckon USD with EUR');
	});

	it('rounds a percentage half up', () => {
		expect(percentage(money(1005, 'USD'), 10)).toEqual(money(101, 'USD'));
		expect(percentage(money(1004, 'USD'), 10)).toEqual(money(100, 'USD'));
	});

	it('is formatted for people in their locale', () => {
		expect(format(money(1200, 'USD'))).toBe('$12.00');
		expect(format(money(1200, 'EUR'), 'de-DE')).toBe('12,00\u00a0€');
		expect(format(money(1200, 'JPY'))).toBe('¥1,200');
		expect(() => format(money(1, 'USD'), 'not a locale')).toThrow(RangeError);
	});
});

describe('the tax that a price includes', () => {
	it.each([
		[money(12_100, 'EUR'), 21, 2_100],
		[money(5_940, 'USD'), 21, 1_031], // 10.3091
		[money(999, 'GBP'), 20, 167], // 1.665, half up
		[money(4_200, 'JPY'), 10, 382], // 381.82 yen: no decimals
		[money(12_345_678, 'INR'), 18, 1_883_239], // 18,832.3898
		[money(10_550, 'EUR'), 5.5, 550],
		[money(1, 'USD'), 21, 0],
		[money(0, 'JPY'), 21, 0],
	])('of %j at a rate of %s is %s', (price, rate, tax) => {
		expect(includedTax(price, rate)).toEqual(money(tax, price.currency));
	});

	it.each(currencies)(
		'is the closest whole minor unit of %s, so that net and tax make the price',
		(currency) => {
			for (const rate of [5.5, 7, 19, 21, 8.875]) {
				for (const amount of [1, 49, 50, 99, 1_005, 123_457, 987_654_321]) {
					const { amount: tax } = includedTax(money(amount, currency), rate);
					// tax × (100 + rate) lies within half a unit of amount × rate, all in thousandths.
					const off = tax * (100_000 + rate * 1000) - amount * rate * 1000;
					expect(Math.abs(off) * 2).toBeLessThanOrEqual(100_000 + rate * 1000);
				}
			}
		},
	);

	it('is exact where floating point is not', () => {
		expect(includedTax(money(9_007_199_254_740_991, 'USD'), 100).amount).toBe(4_503_599_627_370_496);
	});
});

describe('conversion', () => {
	it('leaves a price in its own currency alone', () => {
		expect(convert(money(1999, 'USD'), 'USD')).toEqual(money(1999, 'USD'));
	});

	it.each(currencies)('rounds to the closest whole minor unit of %s', (currency) => {
		for (const cents of [2, 49, 99, 100, 1_005, 1_999, 5_821, 123_457, 10_000_000]) {
			const exact = (cents / 100) * rate('USD', currency) * 10 ** minorDigits(currency);
			const { amount } = convert(money(cents, 'USD'), currency);
			expect(Number.isInteger(amount)).toBe(true);
			expect(Math.abs(amount - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
		}
	});

	// By the rates of `rates.json`: 17,635 / 11,642 yen for a cent, and so on.
	it.each([
		['JPY', 5_821, 8_818], // 8,817.5
		['JPY', 17_463, 26_453], // 26,452.5
		['EUR', 5_821, 5_000], // exactly
		['GBP', 5_821, 4_366], // 4,365.5
		['INR', 5_821, 515_600], // exactly
	] as const)('into %s rounds what lies half-way up: %s cents are %s', (currency, cents, amount) => {
		expect(convert(money(cents, 'USD'), currency)).toEqual(money(amount, currency));
	});

	it.each(currencies)('makes no price into %s of nothing, nor nothing into a price', (currency) => {
		for (const from of currencies) {
			expect(convert(money(1, from), currency).amount).toBeGreaterThanOrEqual(1);
			expect(convert(money(0, from), currency)).toEqual(money(0, currency));
		}
	});

	it('of the smallest price, one cent, is', () => {
		const smallest = currencies.map((currency) => convert(money(1, 'USD'), currency));
		expect(smallest.map(({ amount, currency }) => [currency, amount])).toEqual([
			['USD', 1],
			['EUR', 1], // 0.86
			['GBP', 1], // 0.75
			['JPY', 2], // 1.51
			['INR', 89], // 88.58
		]);
	});

	it('gives yen without decimals', () => {
		expect(convert(money(1000, 'USD'), 'JPY').amount).toBe(Math.round(10 * rate('USD', 'JPY')));
	});
});
