import { randomBytes } from 'node:crypto';
import { cartPayload } from '../cart-payload.ts';
import { addProduct, checkedQuantity } from '../domain/cart-changes.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const addToCart: NonNullable<MutationResolvers['addToCart']> = (_, args, context) =>
	cartPayload(context, async (id) => {
		const { carts, requestId, now } = context;
		const { productId } = args;
		// Before the catalogue is asked in vain.
		const quantity = checkedQuantity(args.quantity ?? 1);
		const lineId = `lin_${randomBytes(9).toString('base64url')}` as const;
		return carts.changeWith(productId, id, requestId, (cart, quotes) => {
			const quote = quotes.get(productId) ?? null;
			return addProduct(cart, { productId, quote, quantity, lineId, now: now() });
		});
	});
