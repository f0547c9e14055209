import { describe, expect, it } from 'vitest';
import type { OrderStatus } from '#lib/graphql/operations.generated.ts';
import {
	isCancellable,
	isResting,
	isUnderWay,
	later,
	type Receipt,
	statusSentence,
	timelineSteps,
} from './timeline.ts';

const event = (status: OrderStatus) => ({ status, at: '2026-11-23T08:15:30.000Z', detail: null });
const order = (...statuses: OrderStatus[]) => ({
	status: statuses.at(-1) ?? 'PLACED',
	timeline: statuses.map(event),
});
const summary = (...statuses: OrderStatus[]) =>
	timelineSteps(order(...statuses)).map(({ status, state }) => `${status} ${state}`);

describe('the timeline', () => {
	it('shows what is done, what is happening and what is to come', () => {
		expect(summary('PLACED')).toEqual([
			'PLACED done',
			'PAID current',
			'INVOICED upcoming',
			'COMPLETED upcoming',
		]);
	});

	it('has nothing ahead when the order is completed', () => {
		expect(summary('PLACED', 'PAID', 'INVOICED', 'COMPLETED').every((step) => step.endsWith('done'))).toBe(
			true,
		);
	});

	it('stops at a declined payment', () => {
		expect(summary('PLACED', 'DECLINED')).toEqual(['PLACED done', 'DECLINED failed']);
	});

	it('keeps the declined attempt when the payment is tried again', () => {
		const steps = timelineSteps(order('PLACED', 'DECLINED', 'PLACED'));
		expect(steps.map(({ label }) => label)).toEqual([
			'Order placed',
			'Payment declined',
			'Tried with another card',
			'Taking the payment',
			'Invoice written',
			'Confirmation sent',
		]);
	});

	it('ends with a cancellation or a refund', () => {
		expect(summary('PLACED', 'CANCELLED').at(-1)).toBe('CANCELLED done');
		expect(summary('PLACED', 'PAID', 'REFUNDED').at(-1)).toBe('REFUNDED done');
	});

	it('takes a declined order for one that may still move', () => {
		expect(isResting('DECLINED')).toBe(false);
		expect(isResting('COMPLETED')).toBe(true);
	});

	it('waits for the shop until the order rests or the shopper has to choose', () => {
		expect((['PLACED', 'PAID', 'INVOICED'] as const).every(isUnderWay)).toBe(true);
		expect((['COMPLETED', 'DECLINED', 'CANCELLED', 'REFUNDED'] as const).some(isUnderWay)).toBe(false);
	});
});

describe('two readings of an order', () => {
	const reading = (updatedAt: string, ...statuses: OrderStatus[]) =>
		({ id: 'ord_1', updatedAt, ...order(...statuses) }) as Receipt;
	const placed = reading('2026-11-23T08:15:30.000Z', 'PLACED');
	const paid = reading('2026-11-23T08:15:31.000Z', 'PLACED', 'PAID');

	it('never go back', () => {
		expect(later(placed, paid)).toBe(paid);
		expect(later(paid, placed)).toBe(paid);
	});

	it('take the longer timeline within one millisecond', () => {
		const short = reading('2026-11-23T08:15:31.000Z', 'PLACED');
		expect(later(paid, short)).toBe(paid);
		expect(later(short, paid)).toBe(paid);
	});

	it('are not mixed with those of another order', () => {
		expect(later(placed, { ...paid, id: 'ord_2' })).toBe(placed);
	});
});

describe('the status read out', () => {
	it('is a sentence of its own', () => {
		expect(statusSentence('DECLINED')).toBe('The payment was declined.');
		expect(statusSentence('COMPLETED')).toBe('The order is completed.');
	});
});

describe('cancelling', () => {
	const payment = (status: Receipt['payment']['status']) => ({ status }) as Receipt['payment'];

	it('is offered until the payment is being taken', () => {
		expect(isCancellable({ status: 'PLACED', payment: payment('PENDING') })).toBe(true);
		expect(isCancellable({ status: 'PLACED', payment: payment('PROCESSING') })).toBe(false);
		expect(isCancellable({ status: 'PAID', payment: payment('SUCCEEDED') })).toBe(false);
		expect(isCancellable({ status: 'DECLINED', payment: payment('DECLINED') })).toBe(true);
	});
});
