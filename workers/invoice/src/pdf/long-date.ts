const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** November 23, 2026: the day in UTC, so that an invoice reads the same wherever it is printed. */
export function longDate(epochMs: number): string {
	return format.format(epochMs);
}
