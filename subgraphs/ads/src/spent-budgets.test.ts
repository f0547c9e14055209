import { describe, expect, it } from 'vitest';
import { SpentBudgets } from './spent-budgets.ts';

const campaign = (dailyBudget?: number) => ({
	...{ id: 'cmp_a', text: 'A', productHandle: 'a', keywords: [], weight: 1, dailyBudget },
});

describe('a spent budget', () => {
	it('is spent on its day, as it is or lowered', () => {
		const spent = new SpentBudgets();
		expect(spent.has(campaign(5), '2026-11-28')).toBe(false);
		spent.note(campaign(5), '2026-11-28');
		expect(spent.has(campaign(5), '2026-11-28')).toBe(true);
		expect(spent.has(campaign(4), '2026-11-28')).toBe(true);
	});

	it('is not spent once it is raised or taken off, nor on another day', () => {
		const spent = new SpentBudgets();
		spent.note(campaign(5), '2026-11-28');
		expect(spent.has(campaign(6), '2026-11-28')).toBe(false);
		expect(spent.has(campaign(), '2026-11-28')).toBe(false);
		expect(spent.has(campaign(5), '2026-11-29')).toBe(false);
		spent.note({ ...campaign(1), id: 'cmp_b' }, '2026-11-29');
		expect(spent.has(campaign(5), '2026-11-29')).toBe(false);
	});
});
