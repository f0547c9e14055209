import { byLocale } from './by-locale.ts';

const moment: Intl.DateTimeFormatOptions = {
	month: 'short',
	day: 'numeric',
	hour: 'numeric',
	minute: '2-digit',
	second: '2-digit',
	timeZoneName: 'short',
};

/** How a locale writes instants, which are given as ISO 8601. */
export const datesOf = byLocale((locale) => {
	const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
	const inUtc = new Intl.DateTimeFormat(locale, { ...moment, timeZone: 'UTC' });
	return {
		/** November 23, 2026, in UTC */
		day: (instant: string) => day.format(new Date(instant)),
		/** Nov 23, 8:15:30 AM UTC */
		moment: (instant: string) => inUtc.format(new Date(instant)),
		/** Nov 23, 9:15:30 AM GMT+1, by the clock of whoever looks: for the browser alone. */
		localMoment: (instant: string) => new Date(instant).toLocaleString(locale, moment),
		/** 8:15:30 AM, from epoch milliseconds, by the same clock. */
		clock: (epochMs: number) => new Date(epochMs).toLocaleTimeString(locale),
	};
});
