import type { StoredOrder, World } from './world.ts';

/** Whether an order was ever paid. */
export function wasPaid({ timeline }: StoredOrder): boolean {
	return timeline.some(({ status }) => status === 'PAID');
}

/** The orders that were ever paid. */
export function paidOrders({ orders }: World): StoredOrder[] {
	return orders.filter(wasPaid);
}

/** How an order is named in a report. */
export function nameOf({ number, id, status }: StoredOrder): string {
	return `${number} (${id}, ${status})`;
}
