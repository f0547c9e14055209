import { describe, expect, it } from 'vitest';
import { testOrder } from '../../tests/test-order.ts';
import { isAtRest, isDownloadable, type Order } from './order.ts';
import * as to from './steps.ts';

const charge = { orderId: 'ord_1', attempt: 1, chargeId: 'ch_1', last4: '4242', chargedAt: 5 };
const refusal = { orderId: 'ord_1', attempt: 1, last4: '0002', declineCode: 'card_declined', reason: 'No.' };
const invoice = { number: '2026-000001', file: 'invoices/ord_1.pdf' };

const must = (step: to.Step): Order => {
	if (!step) throw new Error('the order did not change');
	return step.order;
};
const placed = testOrder();
const charging = must(to.grantCharge(placed, 1, 1));
const paid = must(to.pay(charging, charge, 2));
const invoiced = must(to.addInvoice(paid, invoice, 3));
const completed = must(to.complete(invoiced, 'Sent.', 4));
const declined = must(to.decline(charging, refusal, 2));
const cancelled = must(to.cancel(placed, 2));
const refunding = must(to.requestRefund(completed, 5));
const refunded = must(to.refund(refunding, 'ch_1', 6, 7));

describe('an order’s life', () => {
	it('goes from placed to completed, each step on the timeline', () => {
		expect(completed.timeline.map(({ status }) => status)).toEqual([
			'PLACED',
			'PAID',
			'INVOICED',
			'COMPLETED',
		]);
		expect(completed.version).toBe(5);
		expect(completed.payment).toMatchObject({ status: 'SUCCEEDED', last4: '4242', chargedAt: 5 });
	});

	it('names no card where none was charged', () => {
		const { timeline } = must(to.pay(charging, { ...charge, last4: null }, 2));
		expect(timeline.at(-1)).toMatchObject({ status: 'PAID', detail: 'Paid in full.' });
	});

	it('grants one charge an attempt', () => {
		expect(to.grantCharge(charging, 1, 9)).toBeUndefined();
		expect(to.grantCharge(placed, 2, 9)).toBeUndefined();
		expect(to.grantCharge(cancelled, 1, 9)).toBeUndefined();
	});

	it('takes a repeated or late report as no change', () => {
		expect(to.pay(paid, charge, 9)).toBeUndefined();
		expect(to.decline(paid, refusal, 9)).toBeUndefined();
		expect(to.addInvoice(completed, invoice, 9)).toBeUndefined();
		expect(to.addInvoice(placed, invoice, 9)).toBeUndefined();
		expect(to.complete(completed, '', 9)).toBeUndefined();
		expect(to.complete(refunded, '', 9)).toBeUndefined();
	});

	it('refuses to cancel what is being charged or paid, and repeats a cancellation without an error', () => {
		expect(() => to.cancel(charging, 9)).toThrow('being charged right now');
		for (const order of [paid, invoiced, completed, refunded]) {
			expect(() => to.cancel(order, 9)).toThrow('not paid yet');
		}
		expect(to.cancel(cancelled, 9)).toBeUndefined();
		expect(must(to.cancel(declined, 9)).status).toBe('CANCELLED');
	});

	it('retries a declined order once for each key', () => {
		const again = must(to.retry(declined, 'pm_card_visa', 'k2', 3));
		expect(again).toMatchObject({ status: 'PLACED', payment: { status: 'PENDING', declineCode: null } });
		expect(again.attempts).toHaveLength(2);
		expect(to.retry(again, 'pm_card_visa', 'k2', 4)).toBeUndefined();
		expect(() => to.retry(again, 'pm_card_mastercard', 'k2', 4)).toThrow('another payment method');
		expect(() => to.retry(again, 'pm_card_visa', 'k3', 4)).toThrow('declined');
		expect(() => to.retry(paid, 'pm_card_visa', 'k3', 4)).toThrow('declined');
	});

	it('ignores the first attempt’s report after a retry', () => {
		const again = must(to.grantCharge(must(to.retry(declined, 'pm_card_visa', 'k2', 3)), 2, 4));
		expect(to.decline(again, refusal, 5)).toBeUndefined();
		expect(must(to.pay(again, { ...charge, attempt: 2 }, 5)).status).toBe('PAID');
	});

	it('refunds what was paid, once', () => {
		expect(refunding).toMatchObject({ status: 'COMPLETED', payment: { status: 'REFUND_PENDING' } });
		expect(refunded).toMatchObject({ status: 'REFUNDED', payment: { refundedAt: 6 } });
		expect(to.requestRefund(refunding, 9)).toBeUndefined();
		expect(to.requestRefund(refunded, 9)).toBeUndefined();
		expect(to.refund(refunded, 'ch_1', 9, 9)).toBeUndefined();
		for (const order of [placed, charging, declined, cancelled]) {
			expect(() => to.requestRefund(order, 9)).toThrow('Only a paid order');
		}
	});

	it('keeps an invoice that comes after the refund without moving', () => {
		const early = must(to.refund(must(to.requestRefund(paid, 3)), 'ch_1', 4, 4));
		expect(must(to.addInvoice(early, invoice, 5))).toMatchObject({ status: 'REFUNDED', invoice });
	});

	it('counts money for the attempt it waits for, though the claim was lost', () => {
		expect(must(to.pay(placed, charge, 9)).status).toBe('PAID');
	});

	it('pays back what arrives for an attempt it does not wait for, once for each charge', () => {
		const again = must(to.grantCharge(must(to.retry(declined, 'pm_card_visa', 'k2', 3)), 2, 4));
		for (const order of [declined, again, cancelled, refunded, paid]) {
			const stray = { ...charge, chargeId: 'ch_stray' };
			const step = to.pay(order, stray, 8);
			const { status, payment, timeline } = order;
			expect(must(step)).toMatchObject({ status, payment, timeline });
			expect(step?.news).toEqual({ type: 'order.refund_requested', chargeId: 'ch_stray' });
			expect(to.pay(must(step), stray, 9)).toBeUndefined();
			const settled = must(to.refund(must(step), 'ch_stray', 10, 11));
			expect(settled).toMatchObject({ status, payment, strayCharges: [{ attempt: 1, refundedAt: 10 }] });
			expect(to.refund(settled, 'ch_stray', 12, 12)).toBeUndefined();
			expect(to.pay(settled, stray, 13)).toBeUndefined();
		}
	});

	it('tells the refund of a stray charge from its own', () => {
		const both = must(to.pay(refunding, { ...charge, chargeId: 'ch_stray' }, 8));
		const settled = must(to.refund(both, 'ch_stray', 9, 9));
		expect(settled.payment.status).toBe('REFUND_PENDING');
		expect(must(to.refund(settled, 'ch_1', 10, 10)).status).toBe('REFUNDED');
		expect(to.refund(settled, 'ch_unknown', 10, 10)).toBeUndefined();
	});

	it('records the credit note of a refunded order once, with the invoice where that was missing', () => {
		const issued = {
			...{ orderId: 'ord_1', creditNoteNumber: '2026-C000001', file: 'c.pdf', issuedAt: 8 },
			invoice: { number: '2026-000002', file: 'late.pdf' },
		};
		const creditNote = { number: '2026-C000001', file: 'c.pdf' };
		const step = to.credit(refunded, issued, 8);
		expect(step?.news).toEqual({ type: 'order.credited', invoice, creditNote });
		expect(must(step)).toMatchObject({ status: 'REFUNDED', timeline: refunded.timeline, creditNote });
		expect(to.credit(must(step), issued, 9)).toBeUndefined();
		expect(to.credit(completed, issued, 9)).toBeUndefined();
		const early = must(to.refund(must(to.requestRefund(paid, 3)), 'ch_1', 4, 4));
		expect(must(to.credit(early, issued, 8)).invoice).toEqual(issued.invoice);
	});

	it('never goes back in its timeline, though replicas differ in their clocks', () => {
		const late = must(to.cancel(testOrder(), -500));
		expect(late.timeline.map(({ at }) => at)).toEqual([0, 0]);
	});

	it('is shown to another session without having moved', () => {
		const shown = must(to.addViewer(paid, 'ses_2'));
		expect(shown).toMatchObject({ viewers: ['ses_1', 'ses_2'], updatedAt: paid.updatedAt });
		expect(to.addViewer(shown, 'ses_2')).toBeUndefined();
	});

	it('rests when completed, cancelled or refunded, but not while it is being paid back', () => {
		expect([placed, charging, paid, invoiced, declined, refunding].map(isAtRest)).toEqual(
			Array(6).fill(false),
		);
		expect([completed, cancelled, refunded].map(isAtRest)).toEqual([true, true, true]);
	});

	it('opens downloads from the payment until the refund', () => {
		expect([paid, invoiced, completed].every(isDownloadable)).toBe(true);
		expect([placed, charging, declined, cancelled, refunding, refunded].some(isDownloadable)).toBe(false);
	});
});
