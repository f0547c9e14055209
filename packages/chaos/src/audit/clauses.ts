import { acknowledgedOrders } from './acknowledged-orders.ts';
import { carts } from './carts.ts';
import { chargedOnce, chargesPerAttempt } from './charges.ts';
import type { Clause } from './clause.ts';
import { confirmations, repeatedMails } from './confirmations.ts';
import { coupons } from './coupons.ts';
import { gapFreeNumbers, oneCreditNote, oneInvoice, printedDocuments } from './documents.ts';
import { downloads } from './downloads.ts';
import { processes } from './processes.ts';
import { queues } from './queues.ts';
import { refundedOnce } from './refunds.ts';
import { restingStates } from './resting-states.ts';
import { subscribers } from './subscribers.ts';
import { timelines } from './timelines.ts';

/** The promise, clause by clause. */
export const clauses: readonly Clause[] = [
	acknowledgedOrders,
	restingStates,
	chargesPerAttempt,
	chargedOnce,
	refundedOnce,
	oneInvoice,
	oneCreditNote,
	gapFreeNumbers,
	printedDocuments,
	confirmations,
	repeatedMails,
	downloads,
	carts,
	coupons,
	timelines,
	subscribers,
	queues,
	processes,
];
