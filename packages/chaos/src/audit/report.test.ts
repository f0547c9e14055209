import { describe, expect, it } from 'vitest';
import { acknowledgedOrders } from './acknowledged-orders.ts';
import { carts } from './carts.ts';
import { chargedOnce, chargesPerAttempt } from './charges.ts';
import type { Clause } from './clause.ts';
import { clauses } from './clauses.ts';
import { confirmations, repeatedMails } from './confirmations.ts';
import { coupons } from './coupons.ts';
import { gapFreeNumbers, oneCreditNote, oneInvoice, printedDocuments } from './documents.ts';
import { downloads } from './downloads.ts';
import { confirmationId, exampleWorld } from './example-world.ts';
import { processes } from './processes.ts';
import { queues } from './queues.ts';
import { refundedOnce } from './refunds.ts';
import { audit } from './report.ts';
import { restingStates } from './resting-states.ts';
import { subscribers } from './subscribers.ts';
import { timelines } from './timelines.ts';
import type { StoredOrder, World } from './world.ts';

/** What is done to a right world, and the words of the violation. */
type Doctoring = [clause: Clause, what: string, doctor: (world: World) => unknown, words: string];

const one = (world: World): StoredOrder => world.orders[0]!;
const ask = (world: World, index = 0) => world.requests[index]!;
const twice = <T>(list: T[], index = 0, change: Partial<T> = {}) => list.push({ ...list[index]!, ...change });
/** The first confirmation arrives once more. */
const repeatMail = (world: World, told: boolean) => {
	twice(world.mails);
	twice(world.acceptances, 0, { at: world.acceptances[0]!.at + 20_000 });
	world.acceptances[0]!.told = told;
};

const doctorings: Doctoring[] = [
	[acknowledgedOrders, 'an order is lost', (w) => w.orders.splice(3, 1), 'ord_4, which does not exist'],
	[
		acknowledgedOrders,
		'a key stands for two',
		(w) => ask(w).orderIds.push('ord_2'),
		'acknowledged as ord_1 and ord_2',
	],
	[acknowledgedOrders, 'nobody asked', (w) => w.requests.splice(3, 1), 'was asked for by nobody'],
	[acknowledgedOrders, 'no answer ever', (w) => ask(w, 3).orderIds.pop(), 'never answered'],
	[
		acknowledgedOrders,
		'refused without a reason',
		(w) => (ask(w).refusal = 'CART_EMPTY'),
		'refused with CART_EMPTY',
	],
	[
		acknowledgedOrders,
		'other lines',
		(w) => (ask(w).lines = [{ productId: 'prd_1', quantity: 3 }]),
		'not 3×prd_1',
	],
	[acknowledgedOrders, 'a strange answer', (w) => ask(w).surprises.push('cancelOrder: X'), 'cancelOrder: X'],
	[restingStates, 'stuck', (w) => Object.assign(w.orders[3]!, { status: 'PLACED' }), 'does not rest'],
	[
		restingStates,
		'stuck paying back',
		(w) => (one(w).payment.status = 'REFUND_PENDING'),
		'payment REFUND_PENDING',
	],
	[
		restingStates,
		'a forbidden way',
		(w) => w.orders[3]!.timeline.splice(0, 1),
		'went from nothing to CANCELLED',
	],
	[restingStates, 'cancelled by nobody', (w) => (ask(w, 3).cancel.asked = false), 'nobody cancelled it'],
	[restingStates, 'refunded by nobody', (w) => (ask(w, 4).refund.asked = false), 'nobody refunded it'],
	[
		restingStates,
		'a cancellation that was not',
		(w) => (ask(w).cancel.accepted = true),
		'its cancellation was ack',
	],
	[
		restingStates,
		'a refund that was not',
		(w) => (ask(w).refund.accepted = true),
		'its refund was acknowledged',
	],
	[
		restingStates,
		'another card',
		(w) => (ask(w).methods = ['pm_card_mastercard']),
		'instead of pm_card_mastercard',
	],
	[chargesPerAttempt, 'charged twice', (w) => twice(w.charges, 4, { id: 'ch_x' }), ''],
	[
		chargesPerAttempt,
		'too much',
		(w) => (w.charges[0]!.amount = { amount: 501, currency: 'USD' }),
		'charged 501',
	],
	[chargesPerAttempt, 'for a try that was not', (w) => (w.charges[0]!.attempt = 2), 'never asked for'],
	[chargedOnce, 'not at all', (w) => w.charges.splice(0, 1), 'not in the bank'],
	[
		chargedOnce,
		'and once more',
		(w) => twice(w.charges, 0, { id: 'ch_x', attempt: 2 }),
		'charged 1 times more',
	],
	[refundedOnce, 'not paid back', (w) => w.refunds.pop(), 'paid back 0 times'],
	[refundedOnce, 'paid back twice', (w) => twice(w.refunds), 'paid back 2 times'],
	[refundedOnce, 'paid back in part', (w) => (w.charges[2]!.refunded = 1), 'paid back in part'],
	[
		refundedOnce,
		'a sold one paid back',
		(w) => twice(w.refunds, 0, { chargeId: 'ch_1' }),
		'ch_1 of IB-000001',
	],
	[
		refundedOnce,
		'of nothing',
		(w) => twice(w.refunds, 0, { id: 're_x', chargeId: 'ch_x' }),
		're_x: of no charge',
	],
	[oneInvoice, 'none', (w) => w.invoices.pop(), 'has 0'],
	[oneInvoice, 'two', (w) => twice(w.invoices, 0, { number: '2026-000004' }), 'has 2'],
	[oneInvoice, 'another total', (w) => (w.invoices[0]!.total = { amount: 1, currency: 'USD' }), 'is over 1'],
	[
		oneInvoice,
		'of an unpaid order',
		(w) => twice(w.invoices, 0, { number: '2026-000004', orderId: 'ord_4' }),
		'for ord_4',
	],
	[oneCreditNote, 'none', (w) => w.creditNotes.pop(), 'has 0'],
	[
		oneCreditNote,
		'of a sold order',
		(w) => twice(w.creditNotes, 0, { number: 'CN-2026-000002', orderId: 'ord_1' }),
		'ord_1',
	],
	[gapFreeNumbers, 'a gap', (w) => (w.invoices[2]!.number = '2026-000004'), 'none between 2 and 4'],
	[gapFreeNumbers, 'one twice', (w) => (w.invoices[2]!.number = '2026-000002'), '2026-2 was given twice'],
	[printedDocuments, 'no file', (w) => (w.printed[0]!.text = undefined), 'no readable file'],
	[printedDocuments, 'a wrong one', (w) => (w.printed[0]!.text = 'Invoice'), 'lacks "2026-000001"'],
	[confirmations, 'none', (w) => w.mails.splice(0, 1), 'no confirmation'],
	[confirmations, 'to another', (w) => (w.mails[0]!.to = 'x@example.com'), 'confirmed to x@example.com'],
	[confirmations, 'without invoice', (w) => (w.mails[0]!.attachments = []), 'confirmed without 2026-000001'],
	[
		confirmations,
		'of an unpaid order',
		(w) => addMail(w, confirmationId('ord_4')),
		'IB-000004 (ord_4, CANCELLED): confirmed',
	],
	[confirmations, 'another id', (w) => addMail(w, '<confirmation.ord_1@elsewhere>'), 'several Message-IDs'],
	[repeatedMails, 'twice for nothing', (w) => repeatMail(w, true), 'though nothing fell'],
	[repeatedMails, 'past the mail server', (w) => twice(w.mails), '2 in the mailbox, 1 seen'],
	[downloads, 'too many', (w) => (w.downloads.after.prd_1 = 17), 'prd_1: grew by 7, paid 6'],
	[downloads, 'too few', (w) => (w.downloads.after.prd_1 = 10), 'prd_1: grew by 0, paid 6'],
	[carts, 'lost more', (w) => (w.carts[0]!.actual = {}), '0 of prd_1 instead of 1'],
	[carts, 'kept what was bought', (w) => (w.carts[0]!.actual.prd_1 = 3), '3 of prd_1 instead of 1'],
	[carts, 'half an addition', (w) => (w.carts[0]!.actual.prd_2 = 1), '1 of prd_2 instead of 0 or 2'],
	[coupons, 'not counted', (w) => w.coupons[0]!.uses.pop(), 'its use by IB-000001 is not counted'],
	[coupons, 'counted for another', (w) => w.coupons[0]!.uses.push('ord_2'), 'counted for ord_2'],
	[coupons, 'still held', (w) => w.coupons[0]!.holds.push('ord_4'), 'still held for ord_4'],
	[coupons, 'used too often', (w) => (w.coupons[0]!.usageLimit = 0), 'used 1 times instead of 0'],
	[coupons, 'twice by a customer', useAgain, 'used by ord_1@example.com for IB-000001 and IB-000002'],
	[timelines, 'out of order', (w) => (one(w).timeline[2]!.at = 0), 'INVOICED stands before'],
	[
		timelines,
		'another card',
		(w) => (one(w).timeline[1]!.detail = 'Card 4444.'),
		'does not name the card 4242',
	],
	[timelines, 'another invoice', (w) => (one(w).timeline[2]!.detail = ''), 'does not name the invoice'],
	[timelines, 'a try left out', (w) => w.orders[1]!.attempts.splice(0, 1), '1 tries, 2 told'],
	[subscribers, 'never seen', (w) => ask(w).sightings[0]!.pop(), 'nobody saw it COMPLETED'],
	[
		subscribers,
		'seen late',
		(w) => (ask(w).sightings[0]!.at(-1)!.at += 20_000),
		'COMPLETED was seen 20 s late',
	],
	[subscribers, 'seen going back', (w) => ask(w).sightings[0]!.reverse(), 'going backwards'],
	[queues, 'a dead letter', (w) => (w.groups[0]!.deadLetters = 1), 'orders on orders.events: deadLetters 1'],
	[queues, 'left pending', (w) => (w.groups[0]!.pending = 2), 'pending 2'],
	[queues, 'behind', (w) => (w.groups[0]!.lag = 3), 'lag 3'],
	[processes, 'a death', (w) => w.deaths.push(death('exit code 1', 'It broke')), 'cart ended by itself'],
	[processes, 'a last word', (w) => w.fatalLogs.push('cart: it is over'), 'cart: it is over'],
];

function death(how: string, lastWords: string): World['deaths'][number] {
	return { name: 'cart', how, lastWords, at: 100_000 };
}

function addMail(world: World, messageId: string): void {
	twice(world.mails, 0, { messageId });
	twice(world.acceptances, 0, { messageId });
}

function useAgain(world: World): void {
	const again = world.orders[1]!;
	again.coupon = 'WELCOME10';
	again.customer.email = one(world).customer.email;
	ask(world, 1).email = one(world).customer.email;
	world.mails[1]!.to = one(world).customer.email;
	world.coupons[0]!.uses.push(again.id);
}

describe('the audit', () => {
	it('finds nothing in a world in which all went well', () => {
		expect(audit(exampleWorld()).filter(({ violations }) => violations.length > 0)).toEqual([]);
	});

	it('says for each clause how much was checked and how much is violated', () => {
		const [line] = audit(exampleWorld());
		expect(line?.text).toBe(`${acknowledgedOrders.title}: checked 5, violated 0`);
		const world = exampleWorld();
		world.orders = [];
		expect(audit(world)[0]?.text).toMatch(/checked 5, VIOLATED 5: ord_1: .*; ord_2: .*; ord_3: [^;]*; …$/);
	});

	it.each(doctorings.map(([clause, what, ...rest]) => [clause.title, what, clause, ...rest] as const))(
		'%s: %s',
		(_title, _what, clause, doctor, words) => {
			const world = exampleWorld();
			doctor(world);
			const { violations } = clause.check(world);
			expect(violations.join('\n')).toContain(words);
			expect(violations).not.toEqual([]);
		},
	);

	it('has a violation of every clause tried here', () => {
		expect(new Set(doctorings.map(([clause]) => clause))).toEqual(new Set(clauses));
	});
});

describe('a mail that came twice', () => {
	const { check } = repeatedMails;

	it('is excused when the sender was never told that it had been accepted', () => {
		const world = exampleWorld();
		repeatMail(world, false);
		expect(check(world)).toMatchObject({ violations: [], note: expect.stringContaining('1 came twice') });
	});

	it.each([
		['kill', 'email-1', 200, true],
		['stall', 'email-1', -200, true],
		['kill', 'redis', -2_000, true],
		['redis cut', 'email-1', 500, true],
		['redis cut', 'email-2', 500, false],
		['kill', 'email-2', 200, false],
		['kill', 'email-1', 19_000, false],
		['outage', 'slow', 200, false],
	] as const)('after a %s of %s %i ms from its acceptance: excused %s', (kind, target, after, isExcused) => {
		const world = exampleWorld();
		repeatMail(world, true);
		const from = world.acceptances[0]!.at + after;
		world.faults.push({ kind, target, from, until: from + 300 });
		expect(check(world).violations).toHaveLength(isExcused ? 0 : 1);
	});
});

describe('a process that ended by itself', () => {
	const noRedis = 'cart: Redis at 127.0.0.1:6390 cannot be reached (no answer). Start it or set REDIS_URL.';

	it.each([
		['met no Redis, which was down', 'exit code 1', noRedis, 90_000, true],
		['met no Redis, which had long been back', 'exit code 1', noRedis, 50_000, false],
		['was killed by somebody else', 'SIGKILL', noRedis, 90_000, false],
		['broke while Redis was down', 'exit code 1', 'It broke', 90_000, false],
	] as const)('%s', (_what, how, lastWords, at, isExcused) => {
		const world = exampleWorld();
		world.deaths.push(death(how, lastWords));
		world.faults.push({ kind: 'kill', target: 'redis', from: at, until: at });
		expect(processes.check(world).violations).toHaveLength(isExcused ? 0 : 1);
	});
});
