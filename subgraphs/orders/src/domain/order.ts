import type { CurrencyCode } from '@infinite-blob/money/currency';
import type { Money } from '@infinite-blob/money/money';

export type OrderStatus =
	| 'PLACED'
	| 'PAID'
	| 'INVOICED'
	| 'COMPLETED'
	| 'DECLINED'
	| 'CANCELLED'
	| 'REFUNDED';

export type PaymentStatus = Payment['status'];

export interface Customer {
	firstName: string;
	lastName: string;
	email: string;
}

interface OrderLine {
	id: string;
	productId: string;
	name: string;
	quantity: number;
	unitPrice: Money;
	total: Money;
}

interface PaymentDetails {
	method: string;
	last4: string | null;
	declineCode: string | null;
}

/** The money has not arrived. */
interface Unpaid extends PaymentDetails {
	status: 'PENDING' | 'PROCESSING' | 'DECLINED';
	chargeId: null;
	chargedAt: null;
	refundedAt: null;
}

/** The money has arrived, and may have been paid back. */
interface Paid extends PaymentDetails {
	status: 'SUCCEEDED' | 'REFUND_PENDING' | 'REFUNDED';
	/** The provider's name of the charge. */
	chargeId: string;
	chargedAt: number;
	refundedAt: number | null;
}

export type Payment = Unpaid | Paid;

interface TimelineEntry {
	status: OrderStatus;
	/** Epoch milliseconds. */
	at: number;
	detail: string | null;
}

/** One try to charge the order: the first by placing it, the others by retrying. */
interface Attempt {
	paymentMethod: string;
	idempotencyKey: string;
}

/** Money that arrived when the order did not wait for it any more: it goes back at once. */
interface StrayCharge {
	/** The provider's name of the charge. */
	chargeId: string;
	attempt: number;
	/** Epoch milliseconds; null until it is paid back. */
	refundedAt: number | null;
}

/** A document that was issued for an order. */
export interface OrderDocument {
	/** As printed on it. */
	number: string;
	/** Its key in the file store. */
	file: string;
}

/** An order as it is stored: names, prices and totals are those of the moment of placing. */
export interface Order {
	id: string;
	/** Counts all orders; sorts them and makes their number. */
	sequence: number;
	/** For people: IB-000123. */
	number: string;
	/** Goes up with each change. */
	version: number;
	status: OrderStatus;
	/** The sessions that may see it: the one that placed it and those that claimed it. */
	viewers: string[];
	/** What the idempotency key was first used with. */
	inputHash: string;
	customer: Customer;
	cartId: string;
	cartVersion: number;
	currency: CurrencyCode;
	/** Units of the currency for one US dollar when the order was placed. */
	rate: number;
	lines: OrderLine[];
	subtotal: Money;
	discount: Money;
	total: Money;
	coupon: string | null;
	/** Oldest first; the last is the current one. */
	attempts: Attempt[];
	payment: Payment;
	invoice: OrderDocument | null;
	/** What takes the invoice back, from shortly after the refund on. */
	creditNote?: OrderDocument;
	/** Oldest first; absent where there never was one. */
	strayCharges?: StrayCharge[];
	timeline: TimelineEntry[];
	placedAt: number;
	/** When it last moved. */
	updatedAt: number;
	/** When the order, which has not moved for long, is to be announced again at the earliest. */
	remindAt?: number;
}

/** An order that was paid, whatever became of the money. */
export type PaidOrder = Order & { payment: Paid };

export function isPaid(order: Order): order is PaidOrder {
	return order.payment.chargeId !== null;
}

/** How often each bought line may be downloaded. */
export const downloadLimit = 5;

/** Whether the order will not move any more by itself. */
export function isAtRest(order: Order): boolean {
	const resting = order.status === 'COMPLETED' || order.status === 'CANCELLED' || order.status === 'REFUNDED';
	return resting && order.payment.status !== 'REFUND_PENDING';
}

/** Whether what was bought may be downloaded: from the payment on, until it is paid back. */
export function isDownloadable(order: Order): boolean {
	return order.payment.status === 'SUCCEEDED';
}
