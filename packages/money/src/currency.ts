/** The currencies of the shop, by ISO 4217 code. The same in every subgraph's schema. */
export const currencies = ['USD', 'EUR', 'GBP', 'JPY', 'INR'] as const;
/** ISO 4217 code of a currency of the shop. */
export type CurrencyCode = (typeof currencies)[number];

/** How many decimals the currency's minor unit has: 2 for USD, 0 for JPY. */
export function minorDigits(currency: CurrencyCode): number {
	return currency === 'JPY' ? 0 : 2;
}
