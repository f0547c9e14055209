import { isDeclined } from '../shoppers/plan.ts';
import { type Clause, holdEach } from './clause.ts';
import { nameOf } from './order-facts.ts';
import type { Request, StoredOrder } from './world.ts';

/** The ways an order may go, as they were promised: the suite's own table, not the shop's. */
const ways: Record<string, readonly string[]> = {
	'': ['PLACED'],
	PLACED: ['PAID', 'DECLINED', 'CANCELLED'],
	PAID: ['INVOICED', 'REFUNDED'],
	INVOICED: ['COMPLETED', 'REFUNDED'],
	COMPLETED: ['REFUNDED'],
	DECLINED: ['PLACED', 'CANCELLED'],
	CANCELLED: [],
	REFUNDED: [],
};
/** What the payment of an order at rest may be; a cancelled one's is as the cancellation found it. */
const payments: Record<string, readonly string[]> = {
	COMPLETED: ['SUCCEEDED'],
	DECLINED: ['DECLINED'],
	CANCELLED: ['PENDING', 'DECLINED'],
	REFUNDED: ['REFUNDED'],
};

/** Every order has reached exactly one resting state, on a way that is allowed, and one that was asked for. */
export const restingStates: Clause = {
	title: 'every order rests, in one state, reached on an allowed way and for a reason',
	check({ orders, requests }) {
		const requestOf = new Map(requests.flatMap((request) => request.orderIds.map((id) => [id, request])));
		return holdEach(orders, (order) => {
			const faults = [...wayFaults(order), ...reasonFaults(order, requestOf.get(order.id))];
			return faults.map((fault) => `${nameOf(order)}: ${fault}`);
		});
	},
};

function wayFaults({ status, timeline, payment }: StoredOrder): string[] {
	const faults: string[] = [];
	const allowed = payments[status];
	if (!allowed) faults.push('does not rest');
	else if (!allowed.includes(payment.status)) faults.push(`rests with payment ${payment.status}`);
	let before = '';
	for (const step of timeline) {
		if (!ways[before]?.includes(step.status))
			faults.push(`went from ${before || 'nothing'} to ${step.status}`);
		before = step.status;
	}
	if (before !== status) faults.push(`its timeline ends in ${before}`);
	return faults;
}

function reasonFaults({ status, attempts }: StoredOrder, request: Request | undefined): string[] {
	if (!request) return [];
	const { cancel, refund, methods } = request;
	const faults: string[] = [];
	if (status === 'CANCELLED' && !cancel.asked) faults.push('nobody cancelled it');
	if (cancel.accepted && status !== 'CANCELLED') faults.push('its cancellation was acknowledged');
	if (status === 'REFUNDED' && !refund.asked) faults.push('nobody refunded it');
	if (refund.accepted && status !== 'REFUNDED') faults.push('its refund was acknowledged');
	const tried = attempts.map(({ paymentMethod }) => paymentMethod);
	if (tried.join() !== methods.join())
		faults.push(`tried ${tried.join(', ')} instead of ${methods.join(', ')}`);
	const last = tried.at(-1) ?? '';
	if (status === 'DECLINED' && !isDeclined(last)) faults.push(`declined with ${last}`);
	if (['COMPLETED', 'REFUNDED'].includes(status) && isDeclined(last)) faults.push(`paid with ${last}`);
	return faults;
}
