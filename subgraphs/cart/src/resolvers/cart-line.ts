import type { CartLineResolvers } from '../schema.generated.ts';

export const CartLine: CartLineResolvers = {
	product: ({ productId }) => ({ id: productId }),
};
