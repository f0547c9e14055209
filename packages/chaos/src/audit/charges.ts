import type { LedgerCharge } from '@infinite-blob/payment-provider/bank-ledger';
import { by, type Clause, holdEach } from './clause.ts';
import { nameOf, paidOrders } from './order-facts.ts';

const attemptOf = ({ orderId, attempt }: LedgerCharge) => `${orderId} attempt ${attempt}`;

/** The provider was charged at most once for each attempt, what the order came to. */
export const chargesPerAttempt: Clause = {
	title: 'charged at most once per attempt, the right amount',
	check({ charges, orders }) {
		const orderOf = new Map(orders.map((order) => [order.id, order]));
		const attempts = by(charges, attemptOf);
		return holdEach([...attempts], ([attempt, made]) => {
			const faults: string[] = [];
			if (made.length > 1) faults.push(`${attempt}: charged ${made.length} times`);
			for (const { id, orderId, amount, attempt: number } of made) {
				const order = orderOf.get(orderId);
				if (!order) faults.push(`${id}: charged for ${orderId}, which does not exist`);
				else if (number > order.attempts.length) faults.push(`${attempt}: never asked for`);
				else if (amount.amount !== order.total.amount || amount.currency !== order.total.currency)
					faults.push(`${attempt}: charged ${amount.amount} instead of ${order.total.amount}`);
			}
			return faults;
		});
	},
};

/** A paid order was charged exactly once, by the charge it names; what else was charged for it was paid back. */
export const chargedOnce: Clause = {
	title: 'a paid order was charged exactly once',
	check(world) {
		const chargesOf = by(world.charges, ({ orderId }) => orderId);
		return holdEach(paidOrders(world), (order) => {
			const charges = chargesOf.get(order.id) ?? [];
			const own = charges.filter(({ id }) => id === order.payment.chargeId);
			const kept = charges.filter(({ refunded, id }) => refunded === 0 && id !== order.payment.chargeId);
			if (own.length !== 1) return `${nameOf(order)}: its charge is not in the bank's ledger`;
			if (kept.length > 0) return `${nameOf(order)}: charged ${kept.length} times more`;
			return undefined;
		});
	},
};
