import { cartPayload } from '../cart-payload.ts';
import { setQuantity } from '../domain/cart-changes.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const updateCartLine: NonNullable<MutationResolvers['updateCartLine']> = (
	_,
	{ lineId, quantity },
	context,
) =>
	cartPayload(context, (id) =>
		context.carts.change(id, context.requestId, (cart) => setQuantity(cart, lineId, quantity)),
	);
