import { money } from '@infinite-blob/money/money';
import { opensOrder } from '@infinite-blob/session/order-access';
import { payload } from '@infinite-blob/subgraph/user-error';
import { requireAdmin, requireSession } from '@infinite-blob/subgraph/viewer-guard';
import { checkCustomer, checkIdempotencyKey, checkPaymentMethod } from '../domain/check-input.ts';
import { OrderError } from '../domain/order-error.ts';
import type { MutationResolvers } from '../schema.generated.ts';
import { requireVisible } from '../visible-order.ts';

const placeOrder: MutationResolvers['placeOrder'] = (_, { input }, context) => {
	const sessionId = requireSession(context.viewer);
	return payload('order', async () => {
		const { idempotencyKey, paymentMethod, expectedTotal } = input;
		checkIdempotencyKey(idempotencyKey, ['input', 'idempotencyKey']);
		const customer = checkCustomer(input.customer);
		checkPaymentMethod(paymentMethod, context.isPaymentMethod, ['input', 'paymentMethod']);
		const expected = expectedTotal ? money(expectedTotal.amount, expectedTotal.currency) : null;
		const placing = { sessionId, idempotencyKey, customer, paymentMethod, expectedTotal: expected };
		return context.service.place(placing, context.requestId);
	});
};

const retryPayment: MutationResolvers['retryPayment'] = (_, args, context) => {
	requireSession(context.viewer);
	return payload('order', async () => {
		checkIdempotencyKey(args.idempotencyKey, ['idempotencyKey']);
		checkPaymentMethod(args.paymentMethod, context.isPaymentMethod, ['paymentMethod']);
		const order = await requireVisible(context, args.orderId);
		return context.service.retry(order, args.paymentMethod, args.idempotencyKey, context.requestId);
	});
};

const cancelOrder: MutationResolvers['cancelOrder'] = (_, { orderId }, context) => {
	requireSession(context.viewer);
	return payload('order', async () => {
		const { id } = await requireVisible(context, orderId);
		return context.service.cancel(id, context.requestId);
	});
};

const refundOrder: MutationResolvers['refundOrder'] = (_, { orderId }, { viewer, service, requestId }) => {
	requireAdmin(viewer);
	return payload('order', () => service.refund(orderId, requestId));
};

const claimOrder: MutationResolvers['claimOrder'] = (_, { orderId, token }, context) => {
	const sessionId = requireSession(context.viewer);
	return payload('order', async () => {
		if (!opensOrder(token, orderId, context.linkSecret, context.now())) {
			throw new OrderError(
				'ACCESS_DENIED',
				'This link does not give access to the order. Open it from your confirmation mail again.',
				['token'],
			);
		}
		return context.service.claim(orderId, sessionId, context.requestId);
	});
};

export const commandResolvers = {
	placeOrder,
	retryPayment,
	cancelOrder,
	refundOrder,
	claimOrder,
} satisfies MutationResolvers;
