import { coPurchases } from './co-purchases.ts';
import { trendWeight } from './trend.ts';

/** An order that was paid. */
export interface Purchase {
	/** The order's id. */
	order: string;
	/** Epoch milliseconds. */
	paidAt: number;
	lines: readonly { product: string; quantity: number }[];
}

/** What some orders add to what is known. */
export interface Tally {
	orders: number;
	/** Orders that held a product. */
	sold: Map<string, number>;
	/** By how much a product was bought, older purchases counting less. */
	trend: Map<string, number>;
	/** Orders that held both, for each product by the other. */
	together: Map<string, Map<string, number>>;
}

/** Adds orders up, each of which is given once. @param now epoch milliseconds; nothing was bought later */
export function tally(purchases: readonly Purchase[], now: number): Tally {
	const sums: Tally = { orders: purchases.length, sold: new Map(), trend: new Map(), together: new Map() };
	for (const { paidAt, lines } of purchases) {
		const weight = trendWeight(Math.min(paidAt, now));
		const ids = new Set(lines.map(({ product }) => product));
		for (const id of ids) add(sums.sold, id, 1);
		for (const { product, quantity } of lines) add(sums.trend, product, quantity * weight);
		for (const [of, other] of coPurchases(ids)) {
			const others = sums.together.get(of) ?? new Map<string, number>();
			sums.together.set(of, others);
			add(others, other, 1);
		}
	}
	return sums;
}

function add(sums: Map<string, number>, id: string, amount: number): void {
	sums.set(id, (sums.get(id) ?? 0) + amount);
}
