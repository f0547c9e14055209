import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prepareGenerations } from '../src/generations.ts';
import { orderLesson } from '../src/learning/learn-orders.ts';
import { productLesson } from '../src/learning/learn-products.ts';
import {
	examplePurchase,
	exampleSnapshot,
	learnedBy,
	type PartsUnderTest,
	partsUnderTest,
} from './history.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const tags = ['sea', 'moon', 'boat'];

const snapshots = fc.array(
	fc.record({
		id: fc.constantFrom(...ids),
		version: fc.integer({ min: 1, max: 4 }),
		tags: fc.uniqueArray(fc.constantFrom(...tags)),
		available: fc.boolean(),
	}),
	{ maxLength: 14 },
);
const orders = fc.array(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }), { maxLength: 8 });

/** Two snapshots of one product and version are the same. */
const consistent = (all: { id: string; version: number; tags: string[]; available: boolean }[]) => [
	...new Map(all.map((one) => [`${one.id} ${one.version}`, exampleSnapshot(one)])).values(),
];

describe('what was learned', () => {
	let parts: PartsUnderTest;
	beforeAll(async () => {
		parts = await partsUnderTest();
	});
	afterAll(() => parts[Symbol.asyncDispose]());
	beforeEach(clear);

	async function clear(): Promise<void> {
		await parts.redis.del(await parts.redis.keys('recommendations:*'));
		await prepareGenerations(parts.redis);
	}

	it('is the same in whichever order, in whichever batches and however often it was told', async () => {
		const run = fc.asyncProperty(
			snapshots,
			orders,
			fc.infiniteStream(fc.nat()),
			async (some, bought, chance) => {
				const told = [
					...consistent(some).map((snapshot) => productLesson([snapshot])),
					...bought.map((products, i) => orderLesson([examplePurchase(`o${i}`, products)], parts.clock.now)),
				];
				await clear();
				await parts.learner.learn(productLesson(consistent(some)));
				const all = bought.map((products, i) => examplePurchase(`o${i}`, products));
				await parts.learner.learn(orderLesson(all, parts.clock.now));
				const expected = await learnedBy(parts.redis, 1);

				await clear();
				const shuffled = [...told, ...told]
					.map((lesson) => ({ lesson, place: chance.next().value! }))
					.sort((a, b) => a.place - b.place);
				for (const { lesson } of shuffled) await parts.learner.learn(lesson);
				expect(await learnedBy(parts.redis, 1)).toEqual(expected);
			},
		);
		await fc.assert(run, { numRuns: 25 });
	});

	it('makes lists without duplicates, without what they are for and without what is archived', async () => {
		const cart = fc.array(fc.constantFrom(...ids, 'unknown', 'x'.repeat(100)), { maxLength: 8 });
		const run = fc.asyncProperty(snapshots, orders, cart, async (some, bought, held) => {
			await clear();
			const products = consistent(some);
			await parts.learner.learn(productLesson(products));
			const purchases = bought.map((list, i) => examplePurchase(`o${i}`, list));
			await parts.learner.learn(orderLesson(purchases, parts.clock.now));
			const newest = new Map(
				products.toSorted((a, b) => a.version - b.version).map((one) => [one.id, one.available]),
			);
			const sold = [...newest].flatMap(([id, available]) => (available ? [id] : []));
			const rest = (out: string[]) => sold.filter((id) => !out.includes(id)).toSorted();

			const recommender = await parts.recommender();
			expect((await recommender.trending(50)).toSorted()).toEqual(rest([]));
			expect((await recommender.forProducts(held, 50)).toSorted()).toEqual(rest(held));
			expect((await recommender.forProducts(held, 2)).length).toBe(Math.min(2, rest(held).length));
			for (const id of [...ids, 'unknown']) {
				expect((await recommender.similar(id, 50)).toSorted()).toEqual(rest([id]));
				const together = await recommender.boughtTogether(id, 50);
				expect(rest([id])).toEqual(expect.arrayContaining(together));
				expect(new Set(together).size).toBe(together.length);
			}
		});
		await fc.assert(run, { numRuns: 40 });
	});
});
