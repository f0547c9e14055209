import { describe, expect, it } from 'vitest';
import { testOrder } from '../../tests/test-order.ts';
import { movers, remind } from './movement.ts';
import { isAtRest, type Order } from './order.ts';
import * as to from './steps.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const orderId = 'ord_1';
const charge = { orderId, attempt: 1, chargeId: 'ch_1', last4: '4242', chargedAt: 5 };
const invoice = { number: '2026-000001', file: 'i.pdf' };
const must = (step: to.Step): Order => step!.order;

const placed = testOrder();
const charging = must(to.grantCharge(placed, 1, 0));
const paid = must(to.pay(charging, charge, 0));
const invoiced = must(to.addInvoice(paid, invoice, 0));
const completed = must(to.complete(invoiced, 'Sent.', 0));
const refusal = { orderId, attempt: 1, last4: null, declineCode: 'card_declined', reason: 'No.' };
const declined = must(to.decline(charging, refusal, 0));
const retried = must(to.retry(declined, 'pm_card_visa', 'k', 0));
const cancelled = must(to.cancel(placed, 0));
const refunding = must(to.requestRefund(completed, 0));
const refunded = must(to.refund(refunding, 'ch_1', 0, 0));
const note = { orderId, creditNoteNumber: 'C1', file: 'c.pdf', issuedAt: 0, invoice };
const credited = must(to.credit(refunded, note, 0));
const lateMoney = must(to.pay(cancelled, { ...charge, chargeId: 'ch_late' }, 0));
const moneyBack = must(to.refund(lateMoney, 'ch_late', 0, 0));
const refundOf = (chargeId: string) => ({ type: 'order.refund_requested', chargeId });

describe('what should move an order', () => {
	it.each([
		['placed', placed, { type: 'order.placed' }],
		['placed again', retried, { type: 'order.payment_retried' }],
		['being charged', charging, { type: 'payment.charge_granted' }],
		['paid', paid, { type: 'order.paid' }],
		['invoiced', invoiced, { type: 'order.invoiced', invoice }],
		['being paid back', refunding, refundOf('ch_1')],
		['refunded, without a credit note', refunded, { type: 'order.refunded' }],
		['cancelled, with money that came late', lateMoney, refundOf('ch_late')],
	])('%s', (_, order, news) => {
		expect(movers(order)).toEqual([news]);
	});

	it('is nothing when it rests', () => {
		for (const order of [completed, declined, cancelled, credited, moneyBack])
			expect(movers(order)).toEqual([]);
	});

	it('is everything that is owed', () => {
		const both = must(to.pay(refunding, { ...charge, chargeId: 'ch_late' }, 0));
		expect(movers(both)).toEqual([refundOf('ch_1'), refundOf('ch_late')]);
	});

	it('is known of orders that an older shop has stored', () => {
		const { strayCharges: _, creditNote: __, remindAt: ___, ...old } = paid;
		expect(movers(old)).toEqual([{ type: 'order.paid' }]);
		expect(isAtRest(old)).toBe(false);
	});
});

describe('a reminder', () => {
	it('is due after five minutes, and then in pauses that double up to an hour', () => {
		const at: number[] = [];
		let order = paid;
		for (let now = 0; now < 4 * hour; now += minute) {
			const reminder = remind(order, now);
			if (!reminder) continue;
			expect(reminder.news).toEqual([{ type: 'order.paid' }]);
			order = reminder.order;
			at.push(now / minute);
		}
		expect(at).toEqual([5, 10, 20, 40, 80, 140, 200]);
	});

	it('changes nothing that anybody sees, and is forgotten when the order moves', () => {
		const reminder = remind(paid, 6 * minute)!;
		expect(reminder.order).toEqual({ ...paid, remindAt: 12 * minute });
		expect(must(to.addInvoice(reminder.order, invoice, 7 * minute))).not.toHaveProperty('remindAt');
	});

	it('tells nothing any more after 30 days', () => {
		expect(remind(paid, 29 * day)?.news).toHaveLength(1);
		expect(remind(paid, 31 * day)).toMatchObject({ news: [], order: { remindAt: 31 * day + hour } });
	});
});
