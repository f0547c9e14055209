import { expect, it } from 'vitest';
import type { OrderStatus } from '#lib/graphql/operations.generated.ts';
import { fileAccess } from './file-access.ts';
import type { Receipt } from './timeline.ts';

const order = (status: OrderStatus, payment: Receipt['payment']['status']) =>
	({ status, payment: { status: payment } }) as Receipt;

it('a paid file is open as often as is left', () => {
	expect(fileAccess(order('PAID', 'SUCCEEDED'), 5)).toEqual({ kind: 'open', remaining: 5 });
});

it('a file that was fetched as often as it may says so', () => {
	expect(fileAccess(order('COMPLETED', 'SUCCEEDED'), 0)).toMatchObject({ kind: 'used-up' });
});

it.each([
	['PLACED', 'PENDING', 'when the payment is through'],
	['DECLINED', 'DECLINED', 'once a card is accepted'],
	['CANCELLED', 'PENDING', 'Cancelled'],
	['COMPLETED', 'REFUND_PENDING', 'Paid back'],
	['REFUNDED', 'REFUNDED', 'Paid back'],
] as const)('a file of an order that is %s, %s, says why it is closed', (status, payment, words) => {
	expect(fileAccess(order(status, payment), null)).toMatchObject({
		kind: 'closed',
		text: expect.stringContaining(words),
	});
});
