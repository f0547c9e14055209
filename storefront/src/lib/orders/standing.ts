import type { OrderStatus } from '#lib/graphql/operations.generated.ts';
import type { Receipt } from './timeline.ts';

/** What an order's standing goes by. */
export interface Standing {
	status: OrderStatus;
	payment: Pick<Receipt['payment'], 'status'>;
}

/** Whether the money is on its way back, at whatever status that was asked for. */
export function isBeingRefunded({ payment }: Standing): boolean {
	return payment.status === 'REFUND_PENDING';
}

const resting = new Set<OrderStatus>(['COMPLETED', 'CANCELLED', 'REFUNDED']);

/** Whether nothing more happens by itself. */
export function isResting(order: Standing): boolean {
	return resting.has(order.status) && !isBeingRefunded(order);
}

/** Whether the shop is at work on the order, so that news comes without the shopper. */
export function isUnderWay(order: Standing): boolean {
	return !isResting(order) && order.status !== 'DECLINED';
}

/** Only while it is neither paid nor being charged. */
export function isCancellable({ status, payment }: Standing): boolean {
	return status === 'DECLINED' || (status === 'PLACED' && payment.status !== 'PROCESSING');
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

/** The standing as people read it. */
export function standingName(order: Standing): string {
	return isBeingRefunded(order) ? 'Being refunded' : names[order.status];
}
