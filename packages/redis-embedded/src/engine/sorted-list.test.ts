import { expect, it } from 'vitest';
import { SortedList } from './sorted-list.ts';

/** A repeatable sequence of numbers below a bound. */
function* draws(seed: number, below: number): Generator<number> {
	for (let state = seed; ; state = (state * 1103515245 + 12345) % 2147483648) yield state % below;
}

it('behaves like a sorted array under any inserts and deletes', () => {
	const list = new SortedList<number>((a, b) => a - b);
	const naive = new Set<number>();
	const random = draws(7, 5000);
	for (let i = 0; i < 6000; i++) {
		const item = random.next().value;
		if (i % 3 === 2) expect(list.delete(item)).toBe(naive.delete(item));
		else if (!naive.has(item)) {
			list.insert(item);
			naive.add(item);
		}
	}
	const sorted = [...naive].sort((a, b) => a - b);
	expect([...list.from()]).toEqual(sorted);
	expect([...list.backwards()]).toEqual(sorted.toReversed());
	expect(list.size).toBe(sorted.length);
	expect([list.first(), list.last()]).toEqual([sorted[0], sorted.at(-1)]);
	for (const bound of [-1, 0, 17, 2500, 4999, 6000]) {
		const before = (item: number) => item < bound;
		expect(list.rank(before)).toBe(sorted.filter(before).length);
		expect([...list.from(before)]).toEqual(sorted.filter((item) => item >= bound));
		expect([...list.backwards(before)]).toEqual(sorted.filter(before).toReversed());
	}
	expect(list.slice(130, 400)).toEqual(sorted.slice(130, 400));
	for (const [start, end] of [
		[-1, 6000],
		[300, 2500],
		[2500, 300],
		[17, 18],
	] as const) {
		const between: number[] = [];
		list.visitBetween(
			(item) => item < start,
			(item) => item < end,
			(item) => between.push(item),
		);
		expect(between).toEqual(sorted.filter((item) => item >= start && item < end));
	}
	for (const backwards of [false, true]) {
		const visited: number[] = [];
		list.visit((item) => visited.push(item) < 1000, backwards);
		expect(visited).toEqual((backwards ? sorted.toReversed() : sorted).slice(0, 1000));
	}
	for (const item of [sorted[0]!, sorted[300]!]) expect(list.find(item)).toBe(item);
	expect(list.find(-1)).toBeUndefined();
	expect(list.shift(350)).toEqual(sorted.slice(0, 350));
	expect([...list.from()]).toEqual(sorted.slice(350));
	expect(list.size).toBe(sorted.length - 350);
	const filled = new SortedList<number>((a, b) => a - b);
	filled.fill(naive);
	filled.insert(2.5);
	expect([...filled.from()]).toEqual([...naive, 2.5].sort((a, b) => a - b));
});

it('is empty again after everything was deleted', () => {
	const list = new SortedList<number>((a, b) => a - b);
	for (let i = 0; i < 1000; i++) list.insert(i);
	for (let i = 0; i < 1000; i++) list.delete(i);
	expect([list.size, list.first(), list.last(), [...list.from()]]).toEqual([0, undefined, undefined, []]);
});
