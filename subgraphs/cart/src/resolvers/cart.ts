import { requireSession } from '@infinite-blob/subgraph/viewer-guard';
import { cartIdOf } from '../domain/cart-id.ts';
import type { CartResolvers } from '../schema.generated.ts';

export const Cart: CartResolvers = {
	/** Another session's cart is told apart from none in nothing. */
	__resolveReference(reference, { carts, viewer, requestId }) {
		const own = cartIdOf(requireSession(viewer));
		return reference.id === own ? carts.show(own, requestId) : null;
	},
};
