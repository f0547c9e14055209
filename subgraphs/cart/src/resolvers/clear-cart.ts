import { cartPayload } from '../cart-payload.ts';
import { clearCart as cleared } from '../domain/cart-changes.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const clearCart: NonNullable<MutationResolvers['clearCart']> = (_, __, context) =>
	cartPayload(context, (id) => context.carts.change(id, context.requestId, cleared));
