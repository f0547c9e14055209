import { type CurrencyCode, minorDigits } from './currency.ts';
import { type Money, money } from './money.ts';
import reference from './rates.json' with { type: 'json' };

/** Units of `to` for one unit of `from`, by the ECB's reference rates kept in `rates.json`. */
export function rate(from: CurrencyCode, to: CurrencyCode): number {
	return from === to ? 1 : reference.rates[to] / reference.rates[from];
}

/**
 * Converts a price, in exact arithmetic, and rounds it half up to the target's smallest unit in use: the cent, the
 * whole yen. What costs something never comes to nothing: it is one such unit at least. Convert unit prices first,
 * then multiply and sum; never the other way round.
 *
 * @param price not negative
 */
export function convert(price: Money, to: CurrencyCode): Money {
	const { amount, currency: from } = price;
	if (from === to || amount === 0) return money(amount, to);
	const units = BigInt(amount) * minorUnits(to);
	const whole = minorUnits(from);
	const rounded = Number((2n * units + whole) / (2n * whole));
	return money(Math.max(1, rounded), to);
}

/** Millionths of the currency's minor unit for one euro: the ECB gives its rates with at most six decimals. */
function minorUnits(currency: CurrencyCode): bigint {
	return BigInt(Math.round(reference.rates[currency] * 1_000_000)) * 10n ** BigInt(minorDigits(currency));
}
