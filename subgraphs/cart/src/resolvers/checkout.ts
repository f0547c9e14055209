import { ServiceUnavailable } from '@infinite-blob/subgraph/service-client';
import { requireService } from '@infinite-blob/subgraph/viewer-guard';
import { GraphQLError } from 'graphql';
import { cartIdOf } from '../domain/cart-id.ts';
import type { QueryResolvers } from '../schema.generated.ts';

export const checkout: NonNullable<QueryResolvers['checkout']> = async (_, { sessionId }, context) => {
	const { carts, viewer, requestId, logger } = context;
	requireService(viewer);
	try {
		const { id, ...cart } = await carts.checkout(cartIdOf(sessionId), requestId);
		return { cartId: id, ...cart };
	} catch (error) {
		if (!(error instanceof ServiceUnavailable)) throw error;
		logger.warn({ err: error }, 'a cart could not be checked out');
		throw new GraphQLError('The catalogue does not answer.', { extensions: { code: 'SERVICE_UNAVAILABLE' } });
	}
};
