import { byLocale } from './by-locale.ts';

/** How a locale writes numbers that are not money. */
export const numbersOf = byLocale((locale) => {
	const count = new Intl.NumberFormat(locale);
	const roundCount = new Intl.NumberFormat(locale, { notation: 'compact' });
	return {
		/** 1,234 */
		count: (value: number) => count.format(value),
		/** 1.2K */
		roundCount: (value: number) => roundCount.format(value),
	};
});
