import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listCharges, listRefunds } from '@infinite-blob/payment-provider/bank-ledger';
import type { FaultShop } from '../fault-shop.ts';
import type { FaultLog } from '../faults/fault-log.ts';
import type { Random } from '../random.ts';
import { readCart } from '../shoppers/cart-moves.ts';
import type { Asked, Journal } from '../shoppers/journal.ts';
import { scarceCoupon } from '../shoppers/plan.ts';
import type { CustomersMailbox } from './customers-mailbox.ts';
import { readPrinted } from './read-printed.ts';
import { readCoupons, readDocuments, readDownloads, readGroups, readOrders } from './read-redis.ts';
import type { CartBook, Request, World } from './world.ts';

/** What a run has noted by the way. */
export interface Notes {
	journal: Journal;
	log: FaultLog;
	mailbox: CustomersMailbox;
	downloadsBefore: Record<string, number>;
	deadLettersReplayed: number;
	quietSince: number;
}

const printedSample = 25;

/** Gathers everything that the clauses look at, from the shop as it is after a run. */
export async function gather(shop: FaultShop, notes: Notes, random: Random): Promise<World> {
	const { redis } = shop;
	const [orders, invoices, creditNotes] = await Promise.all([
		readOrders(redis),
		readDocuments(redis, 'invoice'),
		readDocuments(redis, 'invoice:credit-note'),
	]);
	const print = (folder: string, documents: typeof invoices) =>
		readPrinted(path.join(shop.folder.files, folder), random.some(documents, printedSample), orders);
	return {
		requests: notes.journal.asked.map(toRequest),
		orders,
		charges: await listCharges(redis),
		refunds: await listRefunds(redis),
		invoices,
		creditNotes,
		printed: [...(await print('invoices', invoices)), ...(await print('credit-notes', creditNotes))],
		mails: await notes.mailbox.all(),
		acceptances: shop.smtp.flatMap(({ acceptances }) => acceptances),
		faults: notes.log.faults,
		downloads: { before: notes.downloadsBefore, after: await readDownloads(redis) },
		carts: await readCarts(notes.journal),
		coupons: await readCoupons(redis, ['WELCOME10', 'BLOB5', scarceCoupon.code]),
		groups: await readGroups(redis),
		deadLettersReplayed: notes.deadLettersReplayed,
		deaths: shop.deaths,
		fatalLogs: [...shop.victims].flatMap((name) => fatalLines(name, shop.folder.logOf(name))),
		quietSince: notes.quietSince,
	};
}

function toRequest({ orderIds, watch, ...asked }: Asked): Request {
	return { ...asked, orderIds: [...orderIds], sightings: watch?.sightings ?? [] };
}

/** The carts whose clients know what they should hold. */
async function readCarts({ visits }: Journal): Promise<CartBook[]> {
	const known = visits.filter(({ isLost }) => !isLost);
	const books = await Promise.all(
		known.map(async (visit, index) => {
			const actual = await readCart(visit);
			return {
				name: `cart ${index + 1}`,
				expected: Object.fromEntries(visit.cart),
				perhaps: Object.fromEntries(visit.perhaps),
				actual: actual ? Object.fromEntries(actual) : { 'an answer': Number.NaN },
			};
		}),
	);
	return books;
}

function fatalLines(name: string, file: string): string[] {
	const lines = readFileSync(file, 'utf8').split('\n');
	return lines.filter((line) => line.includes('"level":60')).map((line) => `${name}: ${line}`);
}
