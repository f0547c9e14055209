import { expect, it } from 'vitest';
import type { OrderStatus } from '#lib/graphql/operations.generated.ts';
import { isCancellable, isResting, isUnderWay, standingName } from './standing.ts';
import type { Receipt } from './timeline.ts';

const order = (status: OrderStatus, payment: Receipt['payment']['status'] = 'SUCCEEDED') => ({
	status,
	payment: { status: payment },
});

it('a declined order may still move', () => {
	expect(isResting(order('DECLINED', 'DECLINED'))).toBe(false);
	expect(isResting(order('COMPLETED'))).toBe(true);
});

it('an order rests only when its refund is done', () => {
	expect(isResting(order('COMPLETED', 'REFUND_PENDING'))).toBe(false);
	expect(isUnderWay(order('COMPLETED', 'REFUND_PENDING'))).toBe(true);
	expect(isResting(order('REFUNDED', 'REFUNDED'))).toBe(true);
});

it('the shop is at work until the order rests or the shopper has to choose', () => {
	const isAtWork = (status: OrderStatus) => isUnderWay(order(status));
	expect((['PLACED', 'PAID', 'INVOICED'] as const).every(isAtWork)).toBe(true);
	expect((['COMPLETED', 'DECLINED', 'CANCELLED', 'REFUNDED'] as const).some(isAtWork)).toBe(false);
});

it('is said in a word', () => {
	expect(standingName(order('DECLINED'))).toBe('Payment declined');
	expect(standingName(order('INVOICED', 'REFUND_PENDING'))).toBe('Being refunded');
});

it('cancelling is offered until the payment is being taken', () => {
	expect(isCancellable(order('PLACED', 'PENDING'))).toBe(true);
	expect(isCancellable(order('PLACED', 'PROCESSING'))).toBe(false);
	expect(isCancellable(order('PAID'))).toBe(false);
	expect(isCancellable(order('DECLINED', 'DECLINED'))).toBe(true);
});
