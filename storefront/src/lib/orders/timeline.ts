import type { OrderQuery, OrderStatus } from '#lib/graphql/operations.generated.ts';

export type Receipt = NonNullable<OrderQuery['order']>;

type StepState = 'done' | 'current' | 'upcoming' | 'failed';

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
	COMPLETED: 'Confirmation sent',
	DECLINED: 'Payment declined',
	CANCELLED: 'Order cancelled',
	REFUNDED: 'Payment refunded',
};

const happening: Partial<Record<OrderStatus, string>> = {
	PAID: 'Taking the payment',
	INVOICED: 'Writing the invoice',
	COMPLETED: 'Sending the confirmation',
};

const road: OrderStatus[] = ['PLACED', 'PAID', 'INVOICED', 'COMPLETED'];

/** The whole timeline: the order's events, then the steps still ahead of it. */
export function timelineSteps(order: Pick<Receipt, 'status' | 'timeline'>): Step[] {
	const past = order.timeline.map(({ status, at, detail }, index): Step => {
		const state = status === 'DECLINED' ? 'failed' : 'done';
		const again = status === 'PLACED' && index > 0;
		return { status, label: again ? 'Tried with another card' : happened[status], state, at, detail };
	});
	const position = road.indexOf(order.status);
	const ahead = position < 0 ? [] : road.slice(position + 1);
	const future = ahead.map((status, index): Step => {
		const current = index === 0;
		const label = current ? (happening[status] ?? happened[status]) : happened[status];
		return { status, label, state: current ? 'current' : 'upcoming', at: null, detail: null };
	});
	return [...past, ...future];
}

const resting = new Set<OrderStatus>(['COMPLETED', 'CANCELLED', 'REFUNDED']);

/** Whether nothing more happens by itself. */
export function isResting(status: OrderStatus): boolean {
	return resting.has(status);
}

/** Whether the shop is at work on the order, so that news comes without the shopper. */
export function isUnderWay(status: OrderStatus): boolean {
	return !isResting(status) && status !== 'DECLINED';
}

/** The later of two readings of one order: a poll and the subscription may overtake each other. */
export function later(known: Receipt, news: Receipt | null): Receipt {
	if (!news || news.id !== known.id) return known;
	const newer = Date.parse(news.updatedAt) - Date.parse(known.updatedAt);
	return newer > 0 || (newer === 0 && news.timeline.length >= known.timeline.length) ? news : known;
}

const names: Record<OrderStatus, string> = {
	PLACED: 'Placed',
	PAID: 'Paid',
	INVOICED: 'Invoiced',
	COMPLETED: 'Completed',
	DECLINED: 'Payment declined',
	CANCELLED: 'Cancelled',
	REFUNDED: 'Refunded',
};

/** The status as people read it. */
export function statusName(status: OrderStatus): string {
	return names[status];
}

const sentences: Record<OrderStatus, string> = {
	PLACED: 'The order is placed. The payment is being taken.',
	PAID: 'The order is paid.',
	INVOICED: 'The invoice is written.',
	COMPLETED: 'The order is completed.',
	DECLINED: 'The payment was declined.',
	CANCELLED: 'The order was cancelled.',
	REFUNDED: 'The payment was refunded.',
};

/** The status as it is read out. */
export function statusSentence(status: OrderStatus): string {
	return sentences[status];
}

/** Only while it is neither paid nor being charged. */
export function isCancellable(order: Pick<Receipt, 'status' | 'payment'>): boolean {
	return order.status === 'DECLINED' || (order.status === 'PLACED' && order.payment.status !== 'PROCESSING');
}
