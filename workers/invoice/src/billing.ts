import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';

/** Who sells, as printed. */
export interface Seller {
	name: string;
	addressLines: string[];
	email: string;
	/** With its label; empty when there is none. */
	taxId: string;
}

const billed = [
	'id',
	'number',
	'customer',
	'lines',
	'subtotal',
	'discount',
	'total',
	'coupon',
	'last4',
] as const satisfies (keyof OrderSnapshot)[];

/** What documents say of an order: nothing of it changes once it is paid. */
export type BilledOrder = Pick<OrderSnapshot, (typeof billed)[number]>;

/** Leaves out what changes, so that an invoice is the same whichever of the order's events comes first. */
export function billedOrder(order: OrderSnapshot): BilledOrder {
	return Object.fromEntries(billed.map((key) => [key, order[key]])) as BilledOrder;
}
