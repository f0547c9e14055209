import type { Money } from '@infinite-blob/money/money';
import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';

/** A charge as the bank's ledger has it: money was taken. */
export interface LedgerCharge {
	id: string;
	idempotencyKey: string;
	orderId: string;
	attempt: number;
	amount: Money;
	paymentMethod: string;
	description: string;
	last4: string;
	/** Epoch milliseconds. */
	chargedAt: number;
	/** Minor units that were paid back. */
	refunded: number;
	/** The ids of the refunds that did it. */
	refunds: string[];
}

/** Money paid back. */
export interface LedgerRefund {
	id: string;
	idempotencyKey: string;
	orderId: string;
	chargeId: string;
	amount: Money;
	/** Epoch milliseconds. */
	refundedAt: number;
}

/** A charge that was asked for and not made. */
export interface LedgerDecline {
	id: string;
	idempotencyKey: string;
	orderId: string;
	attempt: number;
	amount: Money;
	paymentMethod: string;
	declineCode: string;
	/** Epoch milliseconds. */
	declinedAt: number;
}

interface Entries {
	charge: LedgerCharge;
	refund: LedgerRefund;
	decline: LedgerDecline;
}

/** The key of one entry of the ledger. */
export function entryKey(kind: keyof Entries, id: string): string {
	return `bank:${kind}:${id}`;
}

/** Queues the writing of an entry, new or changed. @param at epoch milliseconds */
export function writeEntry<Kind extends keyof Entries>(
	multi: ChainableCommander,
	kind: Kind,
	entry: Entries[Kind],
	at: number,
): void {
	multi.set(entryKey(kind, entry.id), JSON.stringify(entry)).zadd(`bank:${kind}s`, at, entry.id);
}

/** One entry of the ledger; undefined when there is none of this id. */
export async function readEntry<Kind extends keyof Entries>(
	redis: Redis,
	kind: Kind,
	id: string,
): Promise<Entries[Kind] | undefined> {
	const text = await redis.get(entryKey(kind, id));
	return text === null ? undefined : (JSON.parse(text) as Entries[Kind]);
}

/** Every charge in the test provider's ledger, oldest first. */
export function listCharges(redis: Redis): Promise<LedgerCharge[]> {
	return listEntries(redis, 'charge');
}

/** Every refund in the test provider's ledger, oldest first. */
export function listRefunds(redis: Redis): Promise<LedgerRefund[]> {
	return listEntries(redis, 'refund');
}

/** Every decline in the test provider's ledger, oldest first. */
export function listDeclines(redis: Redis): Promise<LedgerDecline[]> {
	return listEntries(redis, 'decline');
}

const pageSize = 500;

async function listEntries<Kind extends keyof Entries>(redis: Redis, kind: Kind): Promise<Entries[Kind][]> {
	const ids = await redis.zrange(`bank:${kind}s`, 0, '-1');
	const entries: Entries[Kind][] = [];
	for (let from = 0; from < ids.length; from += pageSize) {
		const texts = await redis.mget(ids.slice(from, from + pageSize).map((id) => entryKey(kind, id)));
		for (const text of texts) if (text !== null) entries.push(JSON.parse(text) as Entries[Kind]);
	}
	return entries;
}
