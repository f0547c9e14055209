import { describe, expect, it } from 'vitest';
import { Batches } from './batches.ts';

describe('batches', () => {
	it('hold what came while the last one was handled, each item once and in its order', async () => {
		const handled: number[][] = [];
		const batches = new Batches<number>(async (batch) => {
			handled.push(batch);
			await new Promise((resolve) => setTimeout(resolve, 5));
		});
		await Promise.all([1, 2, 3].map((item) => batches.add(item)));
		const first = batches.add(4);
		await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
		await Promise.all([first, ...Array.from({ length: 300 }, (_, i) => batches.add(5 + i))]);
		expect(handled.map((batch) => batch.length)).toEqual([3, 1, 250, 50]);
		expect(handled.flat()).toEqual(Array.from({ length: 304 }, (_, i) => i + 1));
	});

	it('fail for the item alone that cannot be handled', async () => {
		const batches = new Batches<number>(async (batch) => {
			if (batch.includes(2)) throw new Error('not 2');
		});
		const outcomes = await Promise.allSettled([1, 2, 3].map((item) => batches.add(item)));
		expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
		await batches.add(4);
	});
});
