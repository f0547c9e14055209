import { payload } from '@infinite-blob/subgraph/user-error';
import { requireAdmin } from '@infinite-blob/subgraph/viewer-guard';
import type { MutationResolvers } from '../schema.generated.ts';

export const Mutation: MutationResolvers = {
	createProduct(_, { input }, { viewer, admin, requestId }) {
		requireAdmin(viewer);
		return payload('product', () => admin.create(input, requestId));
	},
	updateProduct(_, { id, patch }, { viewer, admin, requestId }) {
		requireAdmin(viewer);
		return payload('product', () => admin.update(id, patch, requestId));
	},
	archiveProduct(_, { id }, { viewer, admin, requestId }) {
		requireAdmin(viewer);
		return payload('product', () => admin.archive(id, requestId));
	},
};
