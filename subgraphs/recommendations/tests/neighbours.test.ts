import { eventually } from '@infinite-blob/testing/eventually';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sliceOf, slices } from '../src/domain/candidates.ts';
import { productLesson } from '../src/learning/learn-products.ts';
import { exampleSnapshot, type PartsUnderTest, partsUnderTest } from './history.ts';

const minute = 60_000;

describe('similar products', () => {
	let parts: PartsUnderTest;
	beforeEach(async () => {
		parts = await partsUnderTest();
	});
	afterEach(() => parts[Symbol.asyncDispose]());

	const learn = (...all: Parameters<typeof exampleSnapshot>[0][]) =>
		parts.learner.learn(productLesson(all.map(exampleSnapshot)));
	const similar = (id: string, first = 1) => parts.recommender().similar(id, first);
	const kept = (id: string) => parts.redis.get(`recommendations:1:neighbours:${id}`);

	it('go by the words of name and description, in whichever form they stand there', async () => {
		await learn(
			{ id: 'a', name: 'Harbours', description: 'Painted at night.', createdAt: 1 },
			{ id: 'b', name: 'Painting', description: 'A harbour.', createdAt: 2 },
			{ id: 'c', name: 'Mountains', description: 'In the morning.', createdAt: 3 },
		);
		expect(await similar('a')).toEqual(['b']);
	});

	it('are kept for a day at most', async () => {
		await learn({ id: 'a', tags: ['sea'] }, { id: 'b', tags: ['sea'] });
		await similar('a');
		expect(JSON.parse((await kept('a'))!).scores).toEqual([['b', expect.any(Number)]]);
		expect(await parts.redis.pttl('recommendations:1:neighbours:a')).toBeLessThanOrEqual(24 * 60 * minute);
	});

	it('know a new product 15 minutes later, and sooner where somebody has asked meanwhile', async () => {
		await learn(
			{ id: 'a', tags: ['sea', 'moon'] },
			{ id: 'b', tags: ['sea', 'moon', 'boat'] },
			{ id: 'c', tags: ['moon'] },
		);
		await similar('a');
		await similar('b');
		await learn({ id: 'new', tags: ['sea', 'moon', 'boat'] });
		expect(await similar('a')).toEqual(['b']);

		parts.clock.now += 2 * minute;
		expect(await similar('a')).toEqual(['b']);
		await eventually(async () => expect(await kept('a')).toContain('"new"'));
		expect(await similar('a', 2)).toContain('new');

		expect(await kept('b')).not.toContain('"new"');
		parts.clock.now += 14 * minute;
		expect(await similar('b')).toEqual(['new']);
	});

	it('are not computed again as long as no product comes or changes', async () => {
		await learn({ id: 'a', tags: ['sea'] }, { id: 'b', tags: ['sea'] });
		await similar('a');
		const before = await kept('a');
		parts.clock.now += 60 * minute;
		expect(await similar('a')).toEqual(['b']);
		expect(await kept('a')).toBe(before);
	});

	it('change with the product itself', async () => {
		await learn({ id: 'a', tags: ['sea'] }, { id: 'b', tags: ['sea'] }, { id: 'c', tags: ['moon'] });
		expect(await similar('a')).toEqual(['b']);
		await learn({ id: 'a', tags: ['moon'], version: 2 });
		expect(await similar('a')).toEqual(['c']);
	});

	it('come from a part of a catalogue in which every product has the same features', async () => {
		const ids = Array.from({ length: 5_000 }, (_, i) => `p${i}`);
		await learn(...ids.map((id) => ({ id, name: 'Untitled', tags: ['art'] })));
		await similar('p1');
		const near = (JSON.parse((await kept('p1'))!).scores as [string, number][]).map(([id]) => id);
		expect(near.length).toBe(60);
		for (const id of near) expect((sliceOf(id) - sliceOf('p1') + slices) % slices).toBeLessThan(25);
	});

	it('of an archived product are still told', async () => {
		await learn({ id: 'a', tags: ['sea'], available: false }, { id: 'b', tags: ['sea'] }, { id: 'c' });
		expect(await similar('a')).toEqual(['b']);
	});

	it('are no business of Redis for an id that cannot be one', async () => {
		await learn({ id: 'a' }, { id: 'b' });
		const sent = vi.spyOn(parts.redis, 'sendCommand');
		const absurd = ['x'.repeat(10_000), '', '*', 'a b', 'recommendations:1:sold'];
		const recommender = parts.recommender();
		for (const id of absurd) {
			expect(await recommender.similar(id, 3)).toHaveLength(2);
			expect(await recommender.boughtTogether(id, 3)).toEqual([]);
		}
		expect(await recommender.forProducts([...absurd, ...absurd], 3)).toHaveLength(2);
		const told = sent.mock.calls.flatMap(([{ args }]) => args.map(String));
		expect(told.length).toBeGreaterThan(0);
		expect(told.filter((argument) => absurd.some((id) => argument.endsWith(`:${id}`)))).toEqual([]);
		expect(Math.max(...told.map((argument) => argument.length))).toBeLessThan(100);
	});
});
