import { convert } from '@infinite-blob/money/convert';
import { money } from '@infinite-blob/money/money';
import { requireService } from '@infinite-blob/subgraph/viewer-guard';
import { altText, dimensions, originalKey } from '../domain/picture.ts';
import type { ProductResolvers } from '../schema.generated.ts';
import { mediaPath } from '../serve-media.ts';

export const Product: ProductResolvers = {
	async __resolveReference(reference, { byId, byHandle }) {
		const found = 'id' in reference ? await byId.load(reference.id) : await byHandle.load(reference.handle);
		return found ?? null;
	},
	price: ({ price }, { currency }) => convert(money(price, 'USD'), currency ?? 'USD'),
	image(product, { size }, { publicUrl }) {
		const { picture } = product;
		const asked = size ?? 'CARD';
		return {
			url: `${publicUrl}${mediaPath(picture.hash, asked)}`,
			...dimensions(picture, asked),
			alt: altText(product),
			placeholder: picture.placeholder,
		};
	},
	original({ picture }, _, { viewer }) {
		requireService(viewer);
		return originalKey(picture.hash, picture.format);
	},
};
