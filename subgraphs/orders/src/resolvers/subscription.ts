import { requireSession } from '@infinite-blob/subgraph/viewer-guard';
import { GraphQLError } from 'graphql';
import type { Order } from '../domain/order.ts';
import type { SubscriptionResolvers } from '../schema.generated.ts';
import { findVisible } from '../visible-order.ts';
import { watchOrder } from '../watch-order.ts';

const orderStatusChanged: SubscriptionResolvers['orderStatusChanged'] = {
	async subscribe(_, { orderId }, context) {
		if (context.viewer.kind !== 'admin') requireSession(context.viewer);
		const read = async (): Promise<Order> => {
			const order = await findVisible(context, orderId);
			if (order) return order;
			throw new GraphQLError('You have no order with this id.', { extensions: { code: 'ORDER_NOT_FOUND' } });
		};
		// An order that the viewer may not see refuses the subscription instead of failing it later.
		await read();
		return watchOrder(context.pubsub, orderId, read);
	},
	resolve: (order: Order) => order,
};

export const subscriptionResolvers: SubscriptionResolvers = { orderStatusChanged };
