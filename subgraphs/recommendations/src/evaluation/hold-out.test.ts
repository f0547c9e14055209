import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { holdOut } from './hold-out.ts';
import { measure } from './measure.ts';
import { table } from './table.ts';

const order = (at: number, ...products: number[]) => ({
	shopper: 0,
	at,
	lines: products.map((product) => ({ product, quantity: 1 })),
});

describe('an evaluation', () => {
	it('learns the earlier orders and asks for the last item of later baskets', () => {
		const early = Array.from({ length: 9 }, (_, at) => order(at, at, at + 20));
		const { train, baskets } = holdOut([...early, order(9, 1, 2, 3)], (product) => `p${product}`, 10);
		expect(train).toEqual(early);
		expect(baskets).toEqual([{ held: ['p1', 'p2'], target: 'p3' }]);
	});

	it('counts hits, and how much of the catalogue is shown', async () => {
		const baskets = [
			{ held: ['a'], target: 'b' },
			{ held: ['b'], target: 'c' },
		];
		const method = async (held: string[]) => (held[0] === 'a' ? ['b', 'd'] : ['d', 'e']);
		const topicOf = (id: string) => (id === 'e' ? 'other' : 'one');
		expect(await measure(method, baskets, 6, topicOf)).toMatchObject({
			recall: 0.5,
			coverage: 0.5,
			sameTopic: 0.75,
			length: 2,
		});
		await expect(measure(async () => ['a'], baskets, 6, topicOf)).rejects.toThrow(/in the basket/);
	});

	it('comes to the same figures for the same seed, and ours beat chance', { timeout: 60_000 }, async () => {
		const size = { seed: 3, products: 300, orders: 1_500 };
		const [one, other] = [await evaluate(size, 60), await evaluate(size, 60)];
		const figures = ({ results }: typeof one) =>
			results.map(([name, { ms: _, ...measures }]) => [name, measures]);
		expect(figures(one)).toEqual(figures(other));
		const { 'cart recommendations': cart, random } = Object.fromEntries(one.results);
		expect(cart!.recall).toBeGreaterThan(2 * random!.recall);
		expect(table(size, one).join('\n')).toMatch(/seed 3[\s\S]*cart recommendations +\d+\.\d %/);
	});
});
