import type { Cookies } from '@sveltejs/kit';
import type { CurrencyCode } from '#lib/graphql/operations.generated.ts';
import { isCurrency } from '#lib/money/currency.ts';

const name = 'ib_currency';
const yearInSeconds = 365 * 24 * 60 * 60;

/** The currency the visitor chose; US dollars until then. */
export function chosenCurrency(cookies: Cookies): CurrencyCode {
	const value = cookies.get(name);
	return isCurrency(value) ? value : 'USD';
}

export function rememberCurrency(cookies: Cookies, url: URL, currency: CurrencyCode): void {
	cookies.set(name, currency, {
		path: '/',
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: yearInSeconds,
	});
}
