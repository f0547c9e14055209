import { KillableProcess } from '@infinite-blob/testing/killable-process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeGenerations, readGenerations, withNewGeneration, withSwitch } from '../src/generations.ts';
import { orderLesson } from '../src/learning/learn-orders.ts';
import { productLesson } from '../src/learning/learn-products.ts';
import type { Lesson } from '../src/learning/learner.ts';
import { takeLease } from '../src/rebuild/lease.ts';
import { readPurchases, readSnapshots } from '../src/rebuild/lessons.ts';
import { runRebuild } from '../src/rebuild/run-rebuild.ts';
import {
	examplePurchase,
	exampleSnapshot,
	learnedBy,
	manyPurchases,
	manySnapshots,
	type PartsUnderTest,
	partsUnderTest,
} from './history.ts';

const never = new AbortController().signal;

async function* toldBy(lines: string[], before = async (_place: number) => {}): AsyncGenerator<string> {
	for (const [place, line] of lines.entries()) {
		await before(place);
		yield line;
	}
}

describe('a rebuild', () => {
	let parts: PartsUnderTest;
	beforeEach(async () => {
		parts = await partsUnderTest();
	});
	afterEach(() => parts[Symbol.asyncDispose]());

	const rebuild = (exports: Parameters<typeof runRebuild>[2], stopping = never) =>
		runRebuild(parts.redis, parts.transactions, exports, stopping, () => {});
	const everything = { snapshots: () => toldBy(manySnapshots()), purchases: () => toldBy(manyPurchases()) };
	const learn = (lessons: Lesson[]) => Promise.all(lessons.map((lesson) => parts.learner.learn(lesson)));
	async function learnEverything(): Promise<void> {
		await learn(readSnapshots(manySnapshots()));
		await learn(readPurchases(manyPurchases()));
	}

	it('learns from history what was learned from events, and leaves nothing else behind', async () => {
		await learnEverything();
		const before = await learnedBy(parts.redis, 1);
		await parts.redis.set('recommendations:tag:of before there were generations', 'x');
		await rebuild(everything);
		expect(await readGenerations(parts.redis)).toEqual({ current: 2, building: null, leaving: [] });
		expect(await learnedBy(parts.redis, 2)).toEqual(before);
		const keys = await parts.redis.keys('recommendations:*');
		expect(keys.filter((key) => !key.startsWith('recommendations:2:'))).toEqual([
			'recommendations:generations',
		]);
		expect(await parts.redis.call('FT._LIST')).toEqual([]);
	});

	it('loses and doubles nothing that happens meanwhile, whether or not the exports tell of it', async () => {
		const live = async (place: number) => {
			if (place % 100 > 0) return;
			// One that the export tells, too, one that it told before, and one that it does not know.
			for (const order of [place + 50, Math.max(0, place - 50)])
				await learn(readPurchases([manyPurchases()[order]!]));
			const own = examplePurchase(`live_${place}`, ['p1', 'p2']);
			await parts.learner.learn(orderLesson([own], parts.clock.now));
			const changed = exampleSnapshot({ id: `p${place}`, version: 2, tags: ['changed'], createdAt: place });
			await parts.learner.learn(productLesson([changed]));
		};
		await learnEverything();
		await rebuild({
			snapshots: () => toldBy(manySnapshots()),
			purchases: () => toldBy(manyPurchases(), live),
		});
		const found = await learnedBy(parts.redis, 2);
		await parts.redis.del(await parts.redis.keys('recommendations:*'));
		await learnEverything();
		for (let place = 0; place < 3_000; place++) await live(place);
		expect(found).toEqual(await learnedBy(parts.redis, 1));
		expect(found.orders).toBe('3030');
	});

	it('serves what it served before until it is done', async () => {
		await learnEverything();
		const expected = await (await parts.recommender()).trending(10);
		const seen: string[][] = [];
		const look = async (place: number) => {
			if (place % 500 === 0) seen.push(await (await parts.recommender()).trending(10));
		};
		await rebuild({ ...everything, purchases: () => toldBy(manyPurchases(), look) });
		expect(seen.length).toBeGreaterThan(3);
		for (const list of seen) expect(list).toEqual(expected);
		// Sums of the same numbers in another order may differ in their last digit, and so may equals change places.
		expect(new Set(await (await parts.recommender()).trending(10))).toEqual(new Set(expected));
	});

	it('killed in the middle, can be started again', async () => {
		await learnEverything();
		const before = await learnedBy(parts.redis, 1);
		const main = new URL('./rebuild-process.ts', import.meta.url);
		await using process = new KillableProcess(main, { REDIS_URL: parts.url });
		process.start();
		await process.says(/orders 2000/);
		await process.kill();
		expect(await readGenerations(parts.redis)).toEqual({ current: 1, building: 2, leaving: [0] });
		expect(await learnedBy(parts.redis, 1)).toEqual(before);
		const own = examplePurchase('meanwhile', ['p1', 'p2']);
		await parts.learner.learn(orderLesson([own], parts.clock.now));

		process.start();
		expect(await process.ended()).toBe(0);
		expect(await readGenerations(parts.redis)).toEqual({ current: 3, building: null, leaving: [] });
		const after = await learnedBy(parts.redis, 3);
		// The one that was bought between the two attempts is not in this history.
		expect(after).toEqual(before);
		expect(await parts.redis.keys('recommendations:[12]:*')).toEqual([]);
	});

	it.each(['fails', 'is stopped'])('that %s leaves everything as it was', async (how) => {
		await learnEverything();
		const before = await learnedBy(parts.redis, 1);
		const stop = new AbortController();
		const end = async (place: number) => {
			if (place < 1_500) return;
			if (how === 'fails') throw new Error('the export broke off');
			stop.abort(new Error('the export broke off'));
		};
		const failing = rebuild(
			{ ...everything, purchases: () => toldBy(manyPurchases(), end) },
			how === 'fails' ? never : stop.signal,
		);
		await expect(failing).rejects.toThrow('the export broke off');
		expect(await readGenerations(parts.redis)).toEqual({ current: 1, building: null, leaving: [0, 2] });
		expect(await learnedBy(parts.redis, 1)).toEqual(before);
		await rebuild(everything);
		expect(await learnedBy(parts.redis, 3)).toEqual(before);
		expect(await parts.redis.keys('recommendations:[12]:*')).toEqual([]);
	});

	it.each(['nonsense', '{"orderId":"ord_1"}'])('refuses an export that it cannot read: %s', async (line) => {
		await expect(rebuild({ ...everything, purchases: () => toldBy([line]) })).rejects.toThrow(
			`An export has a line that cannot be read: ${line}`,
		);
	});

	it('writes nothing more when another one has begun, and does not switch', async () => {
		const begin = async (place: number) => {
			if (place === 0) await changeGenerations(parts.transactions, withNewGeneration);
		};
		const late = rebuild({ ...everything, purchases: () => toldBy(manyPurchases(), begin) });
		await expect(late).rejects.toThrow('Another rebuild has begun');
		expect(await readGenerations(parts.redis)).toEqual({ current: 1, building: 3, leaving: [0, 2] });
		expect(await parts.redis.exists('recommendations:2:orders')).toBe(0);
		expect(() => withSwitch({ current: 1, building: 3, leaving: [] }, 2)).toThrow('generation 2 is given up');
	});

	it('hears of what is just being learned when it begins', async () => {
		let hasBegun = false;
		const { watched, decide } = orderLesson([examplePurchase('o', ['a'])], parts.clock.now);
		await parts.learner.learn({
			watched,
			async decide(redis, keys) {
				if (!hasBegun) await changeGenerations(parts.transactions, withNewGeneration);
				hasBegun = true;
				return decide(redis, keys);
			},
		});
		expect(await parts.redis.mget('recommendations:1:orders', 'recommendations:2:orders')).toEqual([
			'1',
			'1',
		]);
	});
});

describe('the right to rebuild', () => {
	let parts: PartsUnderTest;
	beforeEach(async () => {
		parts = await partsUnderTest();
	});
	afterEach(() => parts[Symbol.asyncDispose]());
	const since = Date.UTC(2026, 9, 1, 12);
	const take = (host: string, pid: number, living: number[]) =>
		takeLease(parts.redis, parts.transactions, { host, pid, since }, (one) => living.includes(one));

	it('is one process’s at a time, and free afterwards', async () => {
		const lease = await take('a', 1, []);
		const message =
			'Process 1 on a has been rebuilding since 2026-10-01 12:00:00 UTC. Stop it, or wait for it.';
		await expect(take('a', 2, [1])).rejects.toThrow(message);
		await expect(take('b', 1, [])).rejects.toThrow(message);
		await lease[Symbol.asyncDispose]();
		await using _ = await take('b', 1, []);
	});

	it('passes on at once from a process that died on the same machine, else by itself', async () => {
		await using _first = await take('a', 1, []);
		await using _second = await take('a', 2, [2]);
		expect(await parts.redis.pttl('recommendations:rebuild')).toBeLessThanOrEqual(15_000);
		expect(await parts.redis.pttl('recommendations:rebuild')).toBeGreaterThan(0);
	});
});
