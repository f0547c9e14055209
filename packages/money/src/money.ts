import { type CurrencyCode, minorDigits } from './currency.ts';

/** An exact amount in the currency's minor units: 1200 USD is $12.00, 1200 JPY is ¥1200. */
export interface Money {
	amount: number;
	currency: CurrencyCode;
}

/**
 * @param amount a whole number of minor units
 * @throws RangeError when the amount is not a safe integer
 */
export function money(amount: number, currency: CurrencyCode): Money {
	if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of minor units`);
	return { amount, currency };
}

/** @throws RangeError when the product is no whole number of minor units, or too large to be exact */
export function multiply(price: Money, quantity: number): Money {
	return money(price.amount * quantity, price.currency);
}

/** @throws RangeError when the currencies differ */
export function add(a: Money, b: Money): Money {
	return money(a.amount + sameCurrency(a, b).amount, a.currency);
}

/** @throws RangeError when the currencies differ */
export function subtract(a: Money, b: Money): Money {
	return money(a.amount - sameCurrency(a, b).amount, a.currency);
}

/** Nothing at all comes to 0 of the currency. @throws RangeError when an amount is of another one */
export function sum(amounts: Iterable<Money>, currency: CurrencyCode): Money {
	let total = money(0, currency);
	for (const amount of amounts) total = add(total, amount);
	return total;
}

/** A share of an amount, rounded half up to the minor unit. */
export function percentage(of: Money, percent: number): Money {
	return money(Math.round((of.amount * percent) / 100), of.currency);
}

/**
 * The tax that a price includes: price × rate / (100 + rate), in exact arithmetic, rounded half up to the minor unit
 * (the cent, the whole yen). Take it once from a total; the taxes of its lines may differ from it by some units.
 *
 * @param price not negative
 * @param ratePercent with up to three decimals, such as 21 or 5.5
 */
export function includedTax(price: Money, ratePercent: number): Money {
	const rate = BigInt(Math.round(ratePercent * 1000));
	const whole = 100_000n + rate;
	return money(Number((2n * BigInt(price.amount) * rate + whole) / (2n * whole)), price.currency);
}

/** Whether amount and currency agree; 0 USD is not 0 EUR. */
export function isSameMoney(a: Money, b: Money): boolean {
	return a.amount === b.amount && a.currency === b.currency;
}

/**
 * For people, in the asked locale: $12.00, 12,00 €.
 *
 * @param locale a BCP 47 tag
 * @throws RangeError when the locale is not one
 */
export function format({ amount, currency }: Money, locale = 'en-US'): string {
	return formatter(locale, currency).format(amount / 10 ** minorDigits(currency));
}

// Making an Intl.NumberFormat costs some 50 µs, formatting with it 1 µs. The bound keeps hostile locales out.
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: CurrencyCode): Intl.NumberFormat {
	const key = `${locale} ${currency}`;
	let known = formatters.get(key);
	if (!known) {
		known = new Intl.NumberFormat(locale, { style: 'currency', currency });
		if (formatters.size >= 200) formatters.clear();
		formatters.set(key, known);
	}
	return known;
}

function sameCurrency(a: Money, b: Money): Money {
	if (a.currency !== b.currency) throw new RangeError(`cannot reckon ${a.currency} with ${b.currency}`);
	return b;
}
