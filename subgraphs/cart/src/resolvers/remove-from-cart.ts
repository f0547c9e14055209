import { cartPayload } from '../cart-payload.ts';
import { removeLine } from '../domain/cart-changes.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const removeFromCart: NonNullable<MutationResolvers['removeFromCart']> = (_, { lineId }, context) =>
	cartPayload(context, (id) =>
		context.carts.change(id, context.requestId, (cart) => removeLine(cart, lineId)),
	);
