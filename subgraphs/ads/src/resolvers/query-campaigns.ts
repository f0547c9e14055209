import { decodeCursor, pageSize } from '@infinite-blob/subgraph/paging';
import { requireAdmin } from '@infinite-blob/subgraph/viewer-guard';
import { z } from 'zod';
import type { QueryResolvers } from '../schema.generated.ts';
import { cursorKind } from './campaign-connection.ts';

const defaultSize = 24;
const position = z.int().min(0);

export const campaign: NonNullable<QueryResolvers['campaign']> = async (_, { id }, { viewer, campaigns }) => {
	requireAdmin(viewer);
	return (await campaigns.find(id)) ?? null;
};

export const campaigns: NonNullable<QueryResolvers['campaigns']> = (
	_,
	{ first, after },
	{ viewer, index },
) => {
	requireAdmin(viewer);
	const size = pageSize(first ?? defaultSize);
	const before =
		after == null
			? undefined
			: decodeCursor(cursorKind, after, (encoded) => position.safeParse(encoded).data);
	return index.page(size, before);
};
