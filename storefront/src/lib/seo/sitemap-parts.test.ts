import { expect, it } from 'vitest';
import { partNames, partOf, walkHandles } from './sitemap-parts.ts';

const all = Array.from({ length: 25_001 }, (_, index) => `artwork-${index}`);

it('walks to the last page, and rests between two', async () => {
	const asked: (string | null)[] = [];
	let rests = 0;
	const handles = await walkHandles(
		async (after) => {
			asked.push(after);
			const start = Number(after ?? 0);
			const nodes = all.slice(start, start + 10_000).map((handle) => ({ handle }));
			const end = start + nodes.length;
			return { nodes, pageInfo: { hasNextPage: end < all.length, endCursor: String(end) } };
		},
		async () => rests++,
	);
	expect(handles).toEqual(all);
	expect(asked).toEqual([null, '10000', '20000']);
	expect(rests).toBe(2);
});

it('lists every artwork in exactly one part', () => {
	const names = partNames(all.length);
	expect(names).toEqual(['1', '2', '3']);
	expect(names.flatMap((name) => partOf(all, name))).toEqual(all);
});

it.each(['0', '4', '01', '-1', '1.5', 'x', '', '99999999999'])('has no part named “%s”', (name) => {
	expect(partOf(all, name)).toBeNull();
});

it('has no parts for an empty shop', () => {
	expect(partNames(0)).toEqual([]);
});
