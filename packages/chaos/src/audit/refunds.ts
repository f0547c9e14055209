import { by, type Clause, holdEach } from './clause.ts';

/** What a cancelled, declined or refunded order was charged was paid back once; no other money was. */
export const refundedOnce: Clause = {
	title: 'what cancelled, declined and refunded orders were charged was paid back once',
	check({ charges, refunds, orders }) {
		const orderOf = new Map(orders.map((order) => [order.id, order]));
		const refundsOf = by(refunds, ({ chargeId }) => chargeId);
		const known = new Set(charges.map(({ id }) => id));
		const held = holdEach(charges, (charge) => {
			const order = orderOf.get(charge.orderId);
			const back = refundsOf.get(charge.id) ?? [];
			const keeps = order?.status === 'COMPLETED' && order.payment.chargeId === charge.id;
			const label = `${charge.id} of ${order ? `${order.number} (${order.status})` : charge.orderId}`;
			if (keeps) return back.length > 0 || charge.refunded > 0 ? `${label}: paid back` : undefined;
			if (back.length !== 1) return `${label}: paid back ${back.length} times`;
			const { amount } = back[0]!;
			const isWhole = amount.amount === charge.amount.amount && amount.currency === charge.amount.currency;
			if (!isWhole || charge.refunded !== charge.amount.amount) return `${label}: paid back in part`;
			return undefined;
		});
		const strange = refunds
			.filter(({ chargeId }) => !known.has(chargeId))
			.map(({ id }) => `${id}: of no charge`);
		return { checked: held.checked, violations: [...held.violations, ...strange] };
	},
};
