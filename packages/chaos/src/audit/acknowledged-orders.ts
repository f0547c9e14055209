import { type Clause, holdEach } from './clause.ts';

/** Every order that was acknowledged exists, as one, and holds what its client's cart held; no other exists. */
export const acknowledgedOrders: Clause = {
	title: 'acknowledged orders exist, once, as asked for; no others do',
	check({ requests, orders }) {
		const stored = new Map(orders.map((order) => [order.id, order]));
		const asked = new Set(requests.flatMap(({ orderIds }) => orderIds));
		const kept = holdEach(requests, ({ name, orderIds, refusal, surprises, lines, email }) => {
			const faults = surprises.map((surprise) => `${name}: unexpected answer: ${surprise}`);
			if (orderIds.length > 1) faults.push(`${name}: one key, acknowledged as ${orderIds.join(' and ')}`);
			if (refusal)
				faults.push(`${name}: refused with ${refusal}${orderIds.length > 0 ? ', and placed' : ''}`);
			if (orderIds.length === 0 && !refusal) faults.push(`${name}: never answered`);
			for (const id of orderIds) {
				const order = stored.get(id);
				if (!order) faults.push(`${name}: acknowledged as ${id}, which does not exist`);
				else if (quantities(order.lines) !== quantities(lines) || order.customer.email !== email)
					faults.push(`${name}: ${order.number} holds ${quantities(order.lines)}, not ${quantities(lines)}`);
			}
			return faults;
		});
		const unasked = orders
			.filter(({ id }) => !asked.has(id))
			.map(({ number, id }) => `${number} (${id}) was asked for by nobody`);
		return { checked: kept.checked, violations: [...kept.violations, ...unasked] };
	},
};

function quantities(lines: { productId: string; quantity: number }[]): string {
	return lines
		.map(({ productId, quantity }) => `${quantity}×${productId}`)
		.sort()
		.join(' ');
}
