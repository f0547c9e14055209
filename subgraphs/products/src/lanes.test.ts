import { describe, expect, it } from 'vitest';
import { Lanes, LanesFull } from './lanes.ts';

/** Work that ends when told, and says in which order it began. */
function bench() {
	const begun: string[] = [];
	const ends = new Map<string, () => void>();
	const work = (name: string) => () => {
		begun.push(name);
		return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
	};
	const end = async (name: string) => {
		ends.get(name)?.();
		await new Promise(setImmediate);
	};
	return { begun, work, end };
}

describe('lanes', () => {
	it('do so much side by side and no more', async () => {
		const { begun, work, end } = bench();
		const lanes = new Lanes(2, 9);
		const jobs = ['a', 'b', 'c'].map((name) => lanes.add(work(name), true));
		expect(begun).toEqual(['a', 'b']);
		await end('b');
		expect(begun).toEqual(['a', 'b', 'c']);
		expect(await jobs[1]?.done).toBe('b');
	});

	it('do one thing at a time that nobody waits for, after all that somebody does', async () => {
		const { begun, work, end } = bench();
		const lanes = new Lanes(2, 9);
		for (const name of ['idle1', 'idle2']) lanes.add(work(name), false);
		expect(begun).toEqual(['idle1']);
		for (const name of ['urgent1', 'urgent2']) lanes.add(work(name), true);
		expect(begun).toEqual(['idle1', 'urgent1']);
		await end('idle1');
		expect(begun).toEqual(['idle1', 'urgent1', 'urgent2']);
		await end('urgent1');
		expect(begun.at(-1)).toBe('idle2');
	});

	it('hurry with what somebody waits for after all', async () => {
		const { begun, work, end } = bench();
		const lanes = new Lanes(1, 9);
		const [, , last] = ['a', 'b', 'c'].map((name) => lanes.add(work(name), false));
		last?.hurry();
		await end('a');
		expect(begun).toEqual(['a', 'c']);
	});

	it('go on after a failure, which the one who waits is told', async () => {
		const lanes = new Lanes(1, 9);
		const failing = lanes.add(() => Promise.reject(new Error('no')), true);
		const next = lanes.add(async () => 'done', false);
		await expect(failing.done).rejects.toThrow('no');
		expect(await next.done).toBe('done');
	});

	it('take no more than may wait, of each kind', () => {
		const { work } = bench();
		const lanes = new Lanes(1, 2);
		for (const name of ['a', 'b', 'c']) lanes.add(work(name), true);
		expect(() => lanes.add(work('d'), true)).toThrow(LanesFull);
		lanes.add(work('e'), false);
	});

	it('end after what runs, and give up what waits', async () => {
		const { begun, work, end } = bench();
		const lanes = new Lanes(1, 9);
		const running = lanes.add(work('a'), true);
		const waiting = lanes.add(work('b'), true);
		const refused = expect(waiting.done).rejects.toThrow(LanesFull);
		let closed = false;
		const closing = lanes[Symbol.asyncDispose]().then(() => {
			closed = true;
		});
		await refused;
		expect(closed).toBe(false);
		expect(() => lanes.add(work('c'), true)).toThrow(LanesFull);
		await end('a');
		await closing;
		expect(await running.done).toBe('a');
		expect(begun).toEqual(['a']);
	});
});
