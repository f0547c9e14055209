import { requireSession } from '@infinite-blob/subgraph/viewer-guard';
import { cartIdOf } from '../domain/cart-id.ts';
import type { QueryResolvers } from '../schema.generated.ts';

export const cart: NonNullable<QueryResolvers['cart']> = (_, __, { carts, viewer, requestId }) =>
	carts.show(cartIdOf(requireSession(viewer)), requestId);
