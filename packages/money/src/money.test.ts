import { describe, expect, it } from 'vitest';
import { convert, rate } from './convert.ts';
import { currencies, minorDigits } from './currency.ts';
import { add, format, money, multiply, percentage, subtract, sum } from './money.ts';

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

describe('conversion', () => {
	it('leaves a price in its own currency alone', () => {
		expect(convert(money(1999, 'USD'), 'USD')).toEqual(money(1999, 'USD'));
	});

	it.each(currencies)('rounds to the smallest unit of %s', (currency) => {
		const exact = (1999 / 100) * rate('USD', currency) * 10 ** minorDigits(currency);
		const { amount } = convert(money(1999, 'USD'), currency);
		expect(Number.isInteger(amount)).toBe(true);
		expect(Math.abs(amount - exact)).toBeLessThanOrEqual(0.5);
	});

	it('gives yen without decimals', () => {
		expect(convert(money(1000, 'USD'), 'JPY').amount).toBe(Math.round(10 * rate('USD', 'JPY')));
	});
});
