import { byLocale } from './by-locale.ts';

/** How a locale writes instants, which are given as ISO 8601 and shown in UTC. */
export const datesOf = byLocale((locale) => {
	const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
	const moment = new Intl.DateTimeFormat(locale, {
		month: 'short',
		day: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
		second: '2-digit',
		timeZone: 'UTC',
		timeZoneName: 'short',
	});
	return {
		/** November 23, 2026 */
		day: (instant: string) => day.format(new Date(instant)),
		/** Nov 23, 8:15:30 AM UTC */
		moment: (instant: string) => moment.format(new Date(instant)),
		/** 8:15:30 AM, from epoch milliseconds, by the clock of whoever looks: for the browser alone. */
		clock: (epochMs: number) => new Date(epochMs).toLocaleTimeString(locale),
	};
});
