import { pageSize } from '@infinite-blob/subgraph/paging';
import { badInput } from '@infinite-blob/subgraph/scalars';
import { keywords } from '../domain/keywords.ts';
import type { QueryResolvers } from '../schema.generated.ts';

const maxAds = 10;
const maxKeys = 50;

export const ads: NonNullable<QueryResolvers['ads']> = (_, { contextKeys, first }, context) => {
	if (contextKeys.length > maxKeys) throw badInput(`"contextKeys" takes at most ${maxKeys} words.`);
	const count = pageSize(first ?? 1, 'first', maxAds);
	return context.ads.load({ words: keywords(contextKeys), count });
};
