import { describe, expect, it } from 'vitest';
import { syntheticCatalogue } from './catalogue.ts';
import { syntheticOrders } from './orders.ts';

const until = Date.UTC(2026, 10, 1);
const catalogue = syntheticCatalogue({ seed: 1, size: 1_000, until });
const options = { seed: 1, catalogue, count: 5_000, until };
const orders = [...syntheticOrders(options)];

describe('synthetic orders', () => {
	it('are the same for the same seed', () => {
		expect([...syntheticOrders(options)]).toEqual(orders);
		expect([...syntheticOrders({ ...options, seed: 2 })]).not.toEqual(orders);
	});

	it('are as many as asked, oldest first, of artworks that were there', () => {
		expect(orders).toHaveLength(5_000);
		const times = orders.map(({ at }) => at);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		expect(times.at(-1)).toBeLessThanOrEqual(until);
		const early = orders.flatMap(({ at, lines }) =>
			lines.filter(({ product }) => catalogue.at(product).createdAt > at),
		);
		expect(early.length / orders.length).toBeLessThan(0.05);
	});

	it('hold each artwork once', () => {
		for (const { lines } of orders) {
			expect(new Set(lines.map(({ product }) => product)).size).toBe(lines.length);
			expect(lines.length).toBeGreaterThan(0);
		}
	});

	it('have favourites, and artworks that are bought together far more often than by chance', () => {
		const bought = new Map<number, number>();
		const together = new Map<string, number>();
		for (const { lines } of orders)
			for (const { product } of lines) {
				bought.set(product, (bought.get(product) ?? 0) + 1);
				for (const other of lines)
					if (product < other.product) {
						const pair = `${product} ${other.product}`;
						together.set(pair, (together.get(pair) ?? 0) + 1);
					}
			}
		const popular = [...bought.values()].toSorted((a, b) => b - a);
		const all = popular.reduce((sum, count) => sum + count, 0);
		expect(popular.slice(0, 100).reduce((sum, count) => sum + count, 0) / all).toBeGreaterThan(0.4);
		const lifted = [...together].filter(([pair, count]) => {
			const [a, b] = pair.split(' ').map((product) => bought.get(Number(product)) ?? 1) as [number, number];
			return count >= 3 && (count * orders.length) / (a * b) > 5;
		});
		expect(lifted.length).toBeGreaterThan(50);
	});
});
