/** How one locale writes what is neither money nor words. Instants are given as ISO 8601, and shown in UTC. */
export interface Formats {
	/** 1,234 */
	count: (value: number) => string;
	/** 1.2K */
	roundCount: (value: number) => string;
	/** November 23, 2026 */
	day: (instant: string) => string;
	/** Nov 23, 8:15:30 AM UTC */
	moment: (instant: string) => string;
	/** 8:15:30 AM, from epoch milliseconds, by the clock of whoever looks: for the browser alone. */
	clock: (epochMs: number) => string;
}

/** Locales come from visitors' browsers: as many as a shop meets, and no more than memory has room for. */
const most = 100;
const known = new Map<string, Formats>();

/** @param locale a BCP 47 tag */
export function formatsOf(locale: string): Formats {
	let formats = known.get(locale);
	if (!formats) {
		if (known.size >= most) known.clear();
		formats = makeFormats(locale);
		known.set(locale, formats);
	}
	return formats;
}

function makeFormats(locale: string): Formats {
	const count = new Intl.NumberFormat(locale);
	const roundCount = new Intl.NumberFormat(locale, { notation: 'compact' });
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
		count: (value) => count.format(value),
		roundCount: (value) => roundCount.format(value),
		day: (instant) => day.format(new Date(instant)),
		moment: (instant) => moment.format(new Date(instant)),
		clock: (epochMs) => new Date(epochMs).toLocaleTimeString(locale),
	};
}
