import { by, type Clause, holdEach } from './clause.ts';
import { nameOf } from './order-facts.ts';

/** The timeline tells what happened, in order: no step before the one it follows, none without its cause. */
export const timelines: Clause = {
	title: 'timelines true, ordered and complete',
	check({ orders, charges }) {
		const chargesOf = by(charges, ({ orderId }) => orderId);
		return holdEach(orders, (order) => {
			const { timeline, payment, invoice, attempts } = order;
			const faults: string[] = [];
			const steps = (status: string) => timeline.filter((step) => step.status === status);
			for (const [index, { at, status }] of timeline.entries())
				if (at < (timeline[index - 1]?.at ?? 0)) faults.push(`${status} stands before what it follows`);
			if (steps('PLACED').length !== attempts.length)
				faults.push(`${attempts.length} tries, ${steps('PLACED').length} told`);
			for (const status of ['PAID', 'INVOICED', 'COMPLETED', 'CANCELLED', 'REFUNDED'])
				if (steps(status).length > 1) faults.push(`${status} twice`);
			const charge = (chargesOf.get(order.id) ?? []).find(({ id }) => id === payment.chargeId);
			const paid = steps('PAID')[0];
			if (Boolean(paid) !== Boolean(payment.chargeId))
				faults.push(paid ? 'PAID without a charge' : 'charged, but not PAID');
			if (paid && charge && !paid.detail?.includes(charge.last4))
				faults.push(`PAID does not name the card ${charge.last4}`);
			const invoiced = steps('INVOICED')[0];
			if (invoiced && !(invoice && invoiced.detail?.includes(invoice.number)))
				faults.push('INVOICED does not name the invoice');
			return faults.map((fault) => `${nameOf(order)}: ${fault}`);
		});
	},
};
