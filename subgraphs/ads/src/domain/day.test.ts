import { expect, it } from 'vitest';
import { dayOf, weekAfter } from './day.ts';

it('a day goes from midnight to midnight UTC', () => {
	const midnight = Date.UTC(2026, 10, 28);
	expect(dayOf(midnight - 1)).toBe('2026-11-27');
	expect(dayOf(midnight)).toBe('2026-11-28');
});

it('the week after a day ends with its seventh day', () => {
	expect(dayOf(weekAfter('2026-11-28'))).toBe('2026-12-05');
	expect(dayOf(weekAfter('2026-11-28') + 1)).toBe('2026-12-06');
});
