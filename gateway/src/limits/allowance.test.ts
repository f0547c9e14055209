import { expect, it } from 'vitest';
import { Allowance } from './allowance.ts';

it('an allowance is for a stretch of time, and begins anew with the next', () => {
	const allowance = new Allowance(10, 1_000);
	expect(allowance.take(6, 0)).toBe(true);
	expect(allowance.take(5, 100)).toBe(false);
	expect(allowance.take(4, 999)).toBe(true);
	expect(allowance.take(1, 999)).toBe(false);
	expect(allowance.take(10, 1_000)).toBe(true);
});
