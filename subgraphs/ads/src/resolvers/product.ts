import { keywords } from '../domain/keywords.ts';
import type { ProductResolvers } from '../schema.generated.ts';

export const Product: ProductResolvers = {
	__resolveReference: (reference) => reference,
	async ad({ handle, tags }, _, { ads }) {
		const [ad] = await ads.load({ words: keywords(tags ?? []), count: 1, besideHandle: handle });
		return ad ?? null;
	},
};
