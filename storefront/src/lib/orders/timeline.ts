import type { OrderQuery, OrderStatus } from '#lib/graphql/operations.generated.ts';
import { isBeingRefunded } from './standing.ts';

export type Receipt = NonNullable<OrderQuery['order']>;

type StepState = 'done' | 'current' | 'upcoming' | 'failed' | 'ended';

/** One line of the timeline: what happened, what is happening, or what will. */
export interface Step {
	status: OrderStatus;
	label: string;
	state: StepState;
	at: string | null;
	detail: string | null;
}

const happened: Record<OrderStatus, string> = {
	PLACED: 'Order placed',
	PAID: 'Payment received',
	INVOICED: 'Invoice written',
	COMPLETED: 'Order completed',
	DECLINED: 'Payment declined',
	CANCELLED: 'Order cancelled',
	REFUNDED: 'Payment refunded',
};

const happening: Partial<Record<OrderStatus, string>> = {
	PAID: 'Taking the payment',
	INVOICED: 'Writing the invoice',
	COMPLETED: 'Sending the confirmation',
};

// Not in the words of what has happened: whoever skims the page must not take it for done.
const toCome: Partial<Record<OrderStatus, string>> = {
	PAID: 'Payment',
	INVOICED: 'Invoice',
	COMPLETED: 'Confirmation by mail',
};

const road: OrderStatus[] = ['PLACED', 'PAID', 'INVOICED', 'COMPLETED'];

/** The whole timeline: the order's events, then the steps still ahead of it. */
export function timelineSteps(order: Pick<Receipt, 'status' | 'payment' | 'timeline'>): Step[] {
	const past = order.timeline.map(({ status, at, detail }, index): Step => {
		const again = status === 'PLACED' && index > 0;
		const label = again ? 'Tried with another card' : happened[status];
		return { status, label, state: stateAfter(status), at, detail };
	});
	return [...past, ...ahead(order)];
}

function stateAfter(status: OrderStatus): StepState {
	if (status === 'DECLINED') return 'failed';
	return status === 'CANCELLED' ? 'ended' : 'done';
}

function ahead(order: Pick<Receipt, 'status' | 'payment'>): Step[] {
	const nowhere = { at: null, detail: null };
	if (isBeingRefunded(order))
		return [{ ...nowhere, status: 'REFUNDED', label: 'The refund is on its way', state: 'current' }];
	const position = road.indexOf(order.status);
	const rest = position < 0 ? [] : road.slice(position + 1);
	return rest.map((status, index) => {
		const isNext = index === 0;
		const label = (isNext ? happening : toCome)[status] ?? happened[status];
		return { ...nowhere, status, label, state: isNext ? 'current' : 'upcoming' };
	});
}

/** The later of two readings of one order: a poll and the subscription may overtake each other. */
export function later(known: Receipt, news: Receipt | null): Receipt {
	if (!news || news.id !== known.id) return known;
	const newer = Date.parse(news.updatedAt) - Date.parse(known.updatedAt);
	return newer > 0 || (newer === 0 && news.timeline.length >= known.timeline.length) ? news : known;
}
