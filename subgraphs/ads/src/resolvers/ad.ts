import type { AdResolvers } from '../schema.generated.ts';
import { clickPath } from '../serve-click.ts';

export const Ad: AdResolvers = {
	product: ({ productId, productHandle }) => ({
		__typename: 'Product',
		id: productId,
		handle: productHandle,
	}),
	clickUrl: ({ id }, _, { publicUrl }) => `${publicUrl}${clickPath(id)}`,
};
