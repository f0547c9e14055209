import { pageSize } from '@infinite-blob/subgraph/paging';
import type { QueryResolvers } from '../schema.generated.ts';

const maxSize = 20;

export const suggestions: NonNullable<QueryResolvers['suggestions']> = (
	_,
	{ prefix, first },
	{ suggestions },
) => suggestions.complete(prefix, pageSize(first ?? 8, 'first', maxSize));
