import { describe, expect, it } from 'vitest';
import { logAffinity, logPopularity } from './affinity.ts';
import { dampedLift } from './lift.ts';

describe('damped lift', () => {
	it('is 1 for products that have nothing to do with each other', () => {
		expect(dampedLift({ both: 10, one: 100, other: 100, orders: 1_000 })).toBeCloseTo(1);
	});

	it('is near the lift where there are many orders, and near 1 where there are few', () => {
		expect(dampedLift({ both: 500, one: 1_000, other: 1_000, orders: 10_000 })).toBeCloseTo(5, 0);
		expect(dampedLift({ both: 1, one: 1, other: 1, orders: 100_000 })).toBeCloseTo(2);
		expect(dampedLift({ both: 0, one: 0, other: 0, orders: 0 })).toBe(1);
	});

	it('is higher for what goes with a product than for what goes with everything', () => {
		const bestseller = dampedLift({ both: 30, one: 100, other: 3_000, orders: 10_000 });
		const companion = dampedLift({ both: 20, one: 100, other: 40, orders: 10_000 });
		expect(companion).toBeGreaterThan(bestseller);
	});

	it('is higher for the pair that was seen more often, with the same lift', () => {
		const seldom = dampedLift({ both: 1, one: 1, other: 1, orders: 1_000 });
		const often = dampedLift({ both: 10, one: 10, other: 10, orders: 1_000 });
		expect(often).toBeGreaterThan(seldom);
	});
});

describe('affinity', () => {
	it('goes by likeness where nobody bought the two, and by orders where there are many', () => {
		const unsold = { both: 0, one: 0, other: 0, orders: 0 };
		expect(logAffinity(unsold, 0.5)).toBeGreaterThan(logAffinity(unsold, 0.1));
		const apart = { both: 0, one: 2_000, other: 2_000, orders: 10_000 };
		expect(logAffinity(apart, 0.9)).toBeLessThan(0);
	});

	it('knows popularity for every number of orders', () => {
		expect(logPopularity(0, 0)).toBeLessThan(0);
		expect(logPopularity(20, 100)).toBeGreaterThan(logPopularity(10, 100));
	});
});
