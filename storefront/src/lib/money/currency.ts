import type { CurrencyCode } from '#lib/graphql/operations.generated.ts';

export const currencies: readonly { code: CurrencyCode; name: string }[] = [
	{ code: 'USD', name: 'US dollar' },
	{ code: 'EUR', name: 'Euro' },
	{ code: 'GBP', name: 'Pound sterling' },
	{ code: 'JPY', name: 'Japanese yen' },
	{ code: 'INR', name: 'Indian rupee' },
];

export function isCurrency(value: unknown): value is CurrencyCode {
	return currencies.some(({ code }) => code === value);
}
