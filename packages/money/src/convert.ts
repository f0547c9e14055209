import { type CurrencyCode, minorDigits } from './currency.ts';
import { type Money, money } from './money.ts';
import reference from './rates.json' with { type: 'json' };

/** Units of `to` for one unit of `from`, by the ECB's reference rates kept in `rates.json`. */
export function rate(from: CurrencyCode, to: CurrencyCode): number {
	return from === to ? 1 : reference.rates[to] / reference.rates[from];
}

/**
 * Converts a price and rounds it half up to the target's smallest unit in use: the cent, the whole yen. Convert
 * unit prices first, then multiply and sum; never the other way round.
 */
export function convert(price: Money, to: CurrencyCode): Money {
	if (price.currency === to) return price;
	const major = (price.amount / 10 ** minorDigits(price.currency)) * rate(price.currency, to);
	return money(Math.round(major * 10 ** minorDigits(to)), to);
}
