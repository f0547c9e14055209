import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { productLesson } from '../src/learning/learn-products.ts';
import { exampleSnapshot, type PartsUnderTest, partsUnderTest } from './history.ts';

describe('similar products', () => {
	let parts: PartsUnderTest;
	beforeEach(async () => {
		parts = await partsUnderTest();
	});
	afterEach(() => parts[Symbol.asyncDispose]());

	const learn = (...all: Parameters<typeof exampleSnapshot>[0][]) =>
		parts.learner.learn(productLesson(all.map(exampleSnapshot)));
	const similar = async (id: string, first = 1) => (await parts.recommender()).similar(id, first);

	it('go by the words of name and description, in whichever form they stand there', async () => {
		await learn(
			{ id: 'a', name: 'Harbours', description: 'Painted at night.', createdAt: 1 },
			{ id: 'b', name: 'Painting', description: 'A harbour.', createdAt: 2 },
			{ id: 'c', name: 'Mountains', description: 'In the morning.', createdAt: 3 },
		);
		expect(await similar('a')).toEqual(['b']);
	});

	it('change with the product itself, and with the others', async () => {
		await learn({ id: 'a', tags: ['sea'] }, { id: 'b', tags: ['sea'] }, { id: 'c', tags: ['moon'] });
		expect(await similar('a')).toEqual(['b']);
		await learn({ id: 'a', tags: ['moon'], version: 2 });
		expect(await similar('a')).toEqual(['c']);
		await learn({ id: 'new', tags: ['moon'], name: 'a' });
		expect(await similar('a')).toEqual(['new']);
	});

	it('of an archived product are still told', async () => {
		await learn({ id: 'a', tags: ['sea'], available: false }, { id: 'b', tags: ['sea'] }, { id: 'c' });
		expect(await similar('a')).toEqual(['b']);
	});

	it('are known where more was missed than is remembered, and where all is lost', async () => {
		await learn({ id: 'a', tags: ['sea'] }, { id: 'b', tags: ['sea'] }, { id: 'c', tags: ['moon'] });
		expect(await similar('a')).toEqual(['b']);
		await learn({ id: 'a', tags: ['moon'], version: 2 });
		await learn({ id: 'b', tags: ['sea'], version: 2, available: false });
		await parts.redis.xtrim('recommendations:1:changed', 'MAXLEN', 1);
		expect(await similar('a', 3)).toEqual(['c']);
		await parts.redis.del(await parts.redis.keys('recommendations:*'));
		expect(await similar('a', 3)).toEqual([]);
	});

	it('are the same at a replica that heard of every change and at one that loads them in the end', async () => {
		const all = Array.from({ length: 700 }, (_, i) => ({
			id: `p${i}`,
			tags: [`tag ${i % 40}`, `of ${i % 7}`],
		}));
		await learn(...all);
		await similar('p0');
		for (let i = 0; i < 700; i += 30)
			await learn({ id: `p${i}`, tags: ['changed', `of ${i % 9}`], version: 2 });
		await learn(
			...all.filter((_, i) => i % 5 === 0).map((one) => ({ ...one, version: 3, available: false })),
		);
		const { recommender, catalogue } = parts;
		await recommender();
		const followed = await catalogue.similarTo(
			all.map(({ id }) => id),
			50,
		);
		await parts.redis.del('recommendations:1:changed');
		await recommender();
		expect(
			await catalogue.similarTo(
				all.map(({ id }) => id),
				50,
			),
		).toEqual(followed);
		expect(catalogue.index.size).toBe(560);
	});

	it('are no business of Redis for an id that cannot be one', async () => {
		await learn({ id: 'a' }, { id: 'b' });
		const recommender = await parts.recommender();
		const sent = vi.spyOn(parts.redis, 'sendCommand');
		const absurd = ['x'.repeat(10_000), '', '*', 'a b', 'recommendations:1:sold'];
		for (const id of absurd) {
			expect(await recommender.similar(id, 3)).toHaveLength(2);
			expect(await recommender.boughtTogether(id, 3)).toEqual([]);
		}
		expect(await recommender.forProducts([...absurd, ...absurd], 3)).toHaveLength(2);
		expect(sent).not.toHaveBeenCalled();
	});
});
