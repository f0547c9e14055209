const dayMs = 24 * 60 * 60 * 1000;

/** The day in UTC that a moment, in epoch milliseconds, belongs to: `2026-11-28`. */
export function dayOf(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

/** The last moment of the week after a day, in epoch milliseconds. */
export function weekAfter(day: string): number {
	return Date.parse(day) + 8 * dayMs - 1;
}
