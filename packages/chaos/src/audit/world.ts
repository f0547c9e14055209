import type { GroupFigures } from '@infinite-blob/events/group-figures';
import type { LedgerCharge, LedgerRefund } from '@infinite-blob/payment-provider/bank-ledger';
import type { Death } from '../fault-shop.ts';
import type { Fault } from '../faults/fault-log.ts';
import type { Acceptance } from '../faults/smtp-proxy.ts';
import type { Asked } from '../shoppers/journal.ts';
import type { Sighting } from '../shoppers/order-watch.ts';

interface Money {
	amount: number;
	currency: string;
}

/** An order as the shop keeps it: what the auditor looks at. */
export interface StoredOrder {
	id: string;
	number: string;
	status: string;
	customer: { email: string };
	lines: { productId: string; quantity: number }[];
	total: Money;
	coupon: string | null;
	attempts: { paymentMethod: string }[];
	payment: { status: string; chargeId: string | null };
	invoice: { number: string } | null;
	creditNote?: { number: string } | undefined;
	timeline: { status: string; at: number; detail: string | null }[];
}

/** What was asked for one order, and answered; see Asked. */
export type Request = Pick<
	Asked,
	'name' | 'email' | 'lines' | 'refusal' | 'methods' | 'cancel' | 'refund' | 'surprises'
> & {
	orderIds: string[];
	/** What its watcher saw, by subscription. */
	sightings: Sighting[][];
};

/** An invoice or a credit note, as its worker keeps it. */
export interface IssuedDocument {
	number: string;
	orderId: string;
	/** What it is made out for. */
	total: Money;
}

/** A printed document that was read. */
export interface PrintedDocument {
	orderId: string;
	number: string;
	/** Undefined when the file is missing or cannot be read. */
	text: string | undefined;
	/** What it must say. */
	expected: string[];
}

/** A mail in the customers' mailbox. */
export interface CaughtMail {
	messageId: string;
	to: string;
	attachments: string[];
}

/** A cart as its client thinks it is, and as it is. Quantities by product. */
export interface CartBook {
	name: string;
	expected: Record<string, number>;
	/** Added without an answer: it may be there or not. */
	perhaps: Record<string, number>;
	actual: Record<string, number>;
}

export interface CouponBook {
	code: string;
	usageLimit: number | undefined;
	/** The orders that used it, and those that still hold a use. */
	uses: string[];
	holds: string[];
}

/** Everything that is known after a run, gathered from the clients, the shop's Redis, the bank and the mailbox. */
export interface World {
	requests: Request[];
	orders: StoredOrder[];
	charges: LedgerCharge[];
	refunds: LedgerRefund[];
	invoices: IssuedDocument[];
	creditNotes: IssuedDocument[];
	/** A sample. */
	printed: PrintedDocument[];
	mails: CaughtMail[];
	acceptances: Acceptance[];
	faults: Fault[];
	/** Download counts by product. */
	downloads: { before: Record<string, number>; after: Record<string, number> };
	carts: CartBook[];
	coupons: CouponBook[];
	/** The consumer groups of all streams; the name is the stream's and the group's. */
	groups: (GroupFigures & { stream: string })[];
	deadLettersReplayed: number;
	deaths: Death[];
	/** Log lines of the level fatal, with the process's name. */
	fatalLogs: string[];
	/** When the last fault was over and every process was up again, epoch milliseconds. */
	quietSince: number;
}
