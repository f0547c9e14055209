import { describe, expect, it } from 'vitest';
import type { OrderStatus } from '#lib/graphql/operations.generated.ts';
import { later, type Receipt, timelineSteps } from './timeline.ts';

const event = (status: OrderStatus) => ({ status, at: '2026-11-23T08:15:30.000Z', detail: null });
const payment = (status: Receipt['payment']['status'] = 'PENDING') => ({ status }) as Receipt['payment'];
const order = (...statuses: OrderStatus[]) => ({
	status: statuses.at(-1) ?? 'PLACED',
	payment: payment(),
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
			'Invoice',
			'Confirmation by mail',
		]);
	});

	it('ends with a cancellation or a refund', () => {
		expect(summary('PLACED', 'CANCELLED').at(-1)).toBe('CANCELLED ended');
		expect(summary('PLACED', 'PAID', 'REFUNDED').at(-1)).toBe('REFUNDED done');
	});

	it('has the refund alone ahead of it once one was asked for', () => {
		for (const statuses of [
			['PLACED', 'PAID'],
			['PLACED', 'PAID', 'INVOICED', 'COMPLETED'],
		] as const) {
			const steps = timelineSteps({ ...order(...statuses), payment: payment('REFUND_PENDING') });
			expect(steps.slice(statuses.length)).toEqual([
				{ status: 'REFUNDED', label: 'The refund is on its way', state: 'current', at: null, detail: null },
			]);
		}
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
