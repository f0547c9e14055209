import { convert } from '@infinite-blob/money/convert';
import { money } from '@infinite-blob/money/money';
import { requireService } from '@infinite-blob/subgraph/viewer-guard';
import { mediaPath } from '../domain/media-address.ts';
import { altText, dimensions, originalKey } from '../domain/picture.ts';
import type { ProductResolvers } from '../schema.generated.ts';

export const Product: ProductResolvers = {
	async __resolveReference(reference, { byId, byHandle }) {
		const found = 'id' in reference ? await byId.load(reference.id) : await byHandle.load(reference.handle);
		return found ?? null;
	},
	price: ({ price }, { currency }) => convert(money(price, 'USD'), currency ?? 'USD'),
	image(product, { size: asked, format }, { publicUrl }) {
		const { picture } = product;
		const size = asked ?? 'CARD';
		return {
			url: `${publicUrl}${mediaPath({ hash: picture.hash, size, format: format ?? undefined })}`,
			...dimensions(picture, size),
			alt: altText(product),
			placeholder: picture.placeholder,
		};
	},
	original({ picture }, _, { viewer }) {
		requireService(viewer);
		return originalKey(picture.hash, picture.format);
	},
};
