import { cartPayload } from '../cart-payload.ts';
import { setCurrency } from '../domain/cart-changes.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const setCartCurrency: NonNullable<MutationResolvers['setCartCurrency']> = (
	_,
	{ currency },
	context,
) =>
	cartPayload(context, (id) =>
		context.carts.change(id, context.requestId, (cart) => setCurrency(cart, currency)),
	);
