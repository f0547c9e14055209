const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const momentFormat = new Intl.DateTimeFormat('en-US', {
	month: 'short',
	day: 'numeric',
	hour: 'numeric',
	minute: '2-digit',
	second: '2-digit',
	timeZone: 'UTC',
	timeZoneName: 'short',
});

/** November 23, 2026: the same on the server and in the browser. */
export function day(instant: string): string {
	return dayFormat.format(new Date(instant));
}

/** Nov 23, 8:15:30 AM UTC. */
export function moment(instant: string): string {
	return momentFormat.format(new Date(instant));
}

/** 8:15:30 AM, by the clock of whoever looks: for the browser alone. */
export function clock(epochMs: number): string {
	return new Date(epochMs).toLocaleTimeString('en-US');
}
