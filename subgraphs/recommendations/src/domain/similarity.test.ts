import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureIndex } from './feature-index.ts';
import { hashes, hashOf } from './hash.ts';
import { Similarity } from './similarity.ts';
import { weightOf } from './tf-idf.ts';

type Catalogue = Map<string, readonly string[]>;

function indexOf(catalogue: Iterable<[id: string, features: readonly string[]]>): FeatureIndex {
	const index = new FeatureIndex();
	for (const [id, features] of catalogue) index.put(id, features);
	return index;
}

/** The same by the book: every product compared with every other. */
function cosine(one: readonly string[], other: readonly string[], catalogue: Catalogue): number {
	const all = [...catalogue.values()];
	const square = (feature: string) =>
		weightOf(feature, all.filter((features) => features.includes(feature)).length, all.length) ** 2;
	const sum = (features: readonly string[]) => features.reduce((total, one) => total + square(one), 0);
	const shared = sum(one.filter((feature) => other.includes(feature)));
	return shared === 0 ? 0 : shared / Math.sqrt(sum(one) * sum(other));
}

const ids = Array.from({ length: 12 }, (_, i) => `p${i}`);
const words = ['t_sea', 't_moon', 't_boat', 'lagoon', 'night', 'harbour', 'blue', 'old'];
const changes = fc.array(
	fc.record({
		id: fc.constantFrom(...ids),
		features: fc.option(fc.uniqueArray(fc.constantFrom(...words)), { freq: 3 }),
	}),
	{ maxLength: 60 },
);

/** An index that went through all the changes, and what is left of them in the end. */
function after(all: readonly { id: string; features: string[] | null }[]) {
	const index = new FeatureIndex();
	const catalogue: Catalogue = new Map();
	const similarity = new Similarity(index);
	for (const { id, features } of all) {
		if (features === null) {
			index.remove(id);
			catalogue.delete(id);
		} else {
			index.put(id, features);
			catalogue.set(id, features);
		}
		// A search in between leaves nothing behind.
		similarity.to(id, 5, ['t_sea', 'old']);
	}
	return { index, catalogue, similarity };
}

describe('similar products', () => {
	it('are the same as by comparing all with all, whatever came, changed and went before', () => {
		const run = fc.property(
			changes,
			fc.uniqueArray(fc.constantFrom(...words, 'unknown')),
			(all, archived) => {
				const { index, catalogue, similarity } = after(all);
				expect(index.size).toBe(catalogue.size);
				for (const id of [...ids, 'archived']) {
					const own = catalogue.get(id) ?? archived;
					const expected = [...catalogue]
						.filter(([other]) => other !== id)
						.map(([other, features]) => ({ other, score: cosine(own, features, catalogue) }))
						.filter(({ score }) => score > 0);
					const found = similarity.to(id, 50, archived);
					expect(new Set(found.keys())).toEqual(new Set(expected.map(({ other }) => other)));
					for (const { other, score } of expected) expect(found.get(other)).toBeCloseTo(score, 9);
					expect([...found.values()]).toEqual([...found.values()].toSorted((a, b) => b - a));
					expect([...similarity.to(id, 3, archived)]).toEqual([...found].slice(0, 3));
				}
			},
		);
		fc.assert(run, { numRuns: 200 });
	});

	it('are to the letter what an index says that has just been made, within whichever bounds', () => {
		const bounds = fc.record({
			entries: fc.integer({ min: 1, max: 12 }),
			compared: fc.integer({ min: 1, max: 6 }),
		});
		const run = fc.property(changes, bounds, fc.infiniteStream(fc.nat()), (all, bound, chance) => {
			const { index, catalogue } = after(all);
			const shuffled = [...catalogue]
				.map((entry) => ({ entry, place: chance.next().value! }))
				.sort((a, b) => a.place - b.place);
			const fresh = new Similarity(indexOf(shuffled.map(({ entry }) => entry)), bound);
			const changed = new Similarity(index, bound);
			for (const id of ids) expect([...changed.to(id, 50)]).toEqual([...fresh.to(id, 50)]);
		});
		fc.assert(run, { numRuns: 200 });
	});

	it('are 1 for the same, from either side alike, and more alike by what is rare', () => {
		const similarity = new Similarity(
			indexOf([
				['a', ['t_sea', 't_lagoon']],
				['b', ['t_sea', 't_lagoon']],
				['rare', ['t_lagoon', 'x']],
				['frequent', ['t_sea', 'y']],
				['other', ['t_sea']],
			]),
		);
		const of = (one: string, other: string) => similarity.to(one, 50).get(other)!;
		expect(of('a', 'b')).toBeCloseTo(1);
		expect(of('a', 'rare')).toBeCloseTo(of('rare', 'a'));
		expect(of('a', 'rare')).toBeGreaterThan(of('a', 'frequent'));
	});

	it('are no more work where all products have the same features, and others for each', () => {
		const all = Array.from({ length: 5_000 }, (_, i) => `prd_${i}`);
		const index = indexOf(all.map((id) => [id, ['t_art', 'untitl']]));
		const similarity = new Similarity(index, { entries: 500, compared: 100 });
		const lists = all.slice(0, 200).map((id) => [...similarity.to(id, 10).keys()]);
		for (const list of lists) expect(list).toHaveLength(10);
		expect(new Set(lists.flat()).size).toBeGreaterThan(1_000);
	});

	it('are found beyond a feature that hardly anything shares', () => {
		const many = Array.from({ length: 3_000 }, (_, i): [string, string[]] => [`p${i}`, ['t_art']]);
		const index = indexOf([...many, ['a', ['t_art', 'lagoon']], ['b', ['t_art', 'lagoon']]]);
		const found = [...new Similarity(index, { entries: 1_000, compared: 100 }).to('a', 50).keys()];
		expect(found[0]).toBe('b');
		expect(found).toHaveLength(50);
	});
});

describe('the index of features', () => {
	it('keeps nothing of what is gone', () => {
		const index = new FeatureIndex();
		for (let round = 0; round < 50; round++) {
			for (let i = 0; i < 20; i++) index.put(`p${round} ${i}`, [`word${round}`, `other${i}`, 't_art']);
			for (let i = 0; i < 20; i++) index.remove(`p${round} ${i}`);
		}
		expect([index.size, index.features.size]).toEqual([0, 0]);
		expect([index.products.end, index.features.end]).toEqual([20, 22]);
	});

	it('bears a product without features, one with too many, and one that was never there', () => {
		const index = indexOf([
			['none', []],
			['many', Array.from({ length: 100 }, (_, i) => `word${i}`)],
		]);
		index.remove('never');
		expect(index.has('none')).toBe(true);
		expect([...index.rowOf(1)]).toHaveLength(40);
		expect(new Similarity(index).to('none', 5).size).toBe(0);
	});
});

describe('hashes', () => {
	it('fall evenly over their range', () => {
		const counts = new Array<number>(64).fill(0);
		for (let i = 0; i < 64_000; i++) counts[Math.floor((hashOf(`prd_${i}`) / hashes) * 64)]!++;
		expect(Math.min(...counts)).toBeGreaterThan(850);
		expect(Math.max(...counts)).toBeLessThan(1_150);
	});
});
