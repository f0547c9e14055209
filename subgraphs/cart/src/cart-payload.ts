import { ServiceUnavailable } from '@infinite-blob/subgraph/service-client';
import { payload, UserError } from '@infinite-blob/subgraph/user-error';
import { requireSession } from '@infinite-blob/subgraph/viewer-guard';
import type { Context } from './context.ts';
import { CartError, type CartErrorCode } from './domain/cart-error.ts';
import { type CartId, cartIdOf } from './domain/cart-id.ts';
import type { PricedCart } from './domain/priced-cart.ts';

/** Runs a change of the session's own cart and answers as all of them do. @throws UNAUTHENTICATED */
export function cartPayload(context: Context, command: (id: CartId) => Promise<PricedCart>) {
	return payload<'cart', PricedCart, CartErrorCode>('cart', async () => {
		const id = cartIdOf(requireSession(context.viewer));
		try {
			return await command(id);
		} catch (error) {
			throw asUserError(error, context);
		}
	});
}

function asUserError(error: unknown, { logger }: Context): unknown {
	if (error instanceof CartError) {
		return new UserError(error.code, error.message, error.field === null ? null : [error.field]);
	}
	if (!(error instanceof ServiceUnavailable)) return error;
	logger.warn({ err: error }, 'a cart could not be changed');
	return new UserError('SERVICE_UNAVAILABLE', 'The catalogue does not answer. Try again in a moment.');
}
