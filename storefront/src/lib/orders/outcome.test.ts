import { expect, it } from 'vitest';
import type { OrderStatus } from '#lib/graphql/operations.generated.ts';
import { datesOf } from '#lib/locale/dates.ts';
import { outcomeOf as wordsOf } from './outcome.ts';
import type { Receipt } from './timeline.ts';

const outcomeOf = (order: Parameters<typeof wordsOf>[0]) => wordsOf(order, datesOf('en-US').day);

const order = (status: OrderStatus, payment: Partial<Receipt['payment']>) => ({
	status,
	total: { formatted: '€33.30' },
	customer: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
	payment: { last4: '4242', refundedAt: null, ...payment } as Receipt['payment'],
});

it('a refund under way says what goes where', () => {
	const outcome = outcomeOf(order('COMPLETED', { status: 'REFUND_PENDING' }));
	expect(outcome.heading).toBe('The refund is on its way');
	expect(outcome.text).toContain('€33.30 goes back to the card ending in 4242.');
});

it('a refund says when it was made, how long banks take, and that the downloads are closed', () => {
	const refundedAt = '2026-11-23T23:59:59.000Z';
	const text = outcomeOf(order('REFUNDED', { status: 'REFUNDED', refundedAt })).text;
	expect(text).toContain('€33.30 went back to the card ending in 4242 on November 23, 2026.');
	expect(text).toContain('within 5 to 10 business days');
	expect(text).toContain('downloads of this order are closed');
});

it('a refund of what was paid without a card speaks of no card and no bank', () => {
	const text = outcomeOf(order('REFUNDED', { status: 'REFUNDED', last4: null })).text;
	expect(text).toContain('€33.30 went back to you.');
	expect(text).not.toMatch(/card|bank/);
});

it('a cancellation says that nothing was charged', () => {
	expect(outcomeOf(order('CANCELLED', { status: 'PENDING' })).text).toContain('Nothing was charged');
});

it('each step on the usual way has words of its own', () => {
	const usual = ['PLACED', 'PAID', 'INVOICED', 'COMPLETED'] as const;
	const texts = usual.map((status) => outcomeOf(order(status, { status: 'SUCCEEDED' })).text);
	expect(new Set(texts).size).toBe(4);
	expect(texts[3]).toContain('went to ada@example.com');
});

it('a declined payment says why, and that nothing was charged', () => {
	const { heading, text } = outcomeOf(order('DECLINED', { status: 'DECLINED', declineCode: 'expired_card' }));
	expect(heading).toBe('Your payment was declined');
	expect(text).toBe('The card has expired. Nothing was charged, and your cart is as it was.');
});
