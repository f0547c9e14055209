import { type Clause, holdEach } from './clause.ts';
import { paidOrders } from './order-facts.ts';

/** Each product's download count grew by exactly what was paid of it. */
export const downloads: Clause = {
	title: 'downloads grew by exactly the quantities paid',
	check(world) {
		const { before, after } = world.downloads;
		const paid: Record<string, number> = {};
		for (const { lines } of paidOrders(world))
			for (const { productId, quantity } of lines) paid[productId] = (paid[productId] ?? 0) + quantity;
		return holdEach(Object.keys({ ...after, ...paid }), (id) => {
			const grown = (after[id] ?? 0) - (before[id] ?? 0);
			return grown === (paid[id] ?? 0) ? undefined : `${id}: grew by ${grown}, paid ${paid[id] ?? 0}`;
		});
	},
};
