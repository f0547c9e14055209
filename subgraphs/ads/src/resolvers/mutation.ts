import { payload } from '@infinite-blob/subgraph/user-error';
import { requireAdmin } from '@infinite-blob/subgraph/viewer-guard';
import type { MutationResolvers } from '../schema.generated.ts';

export const Mutation: MutationResolvers = {
	createCampaign(_, { input }, { viewer, admin }) {
		requireAdmin(viewer);
		return payload('campaign', () => admin.create(input));
	},
	updateCampaign(_, { id, patch }, { viewer, admin }) {
		requireAdmin(viewer);
		return payload('campaign', () => admin.update(id, patch));
	},
	endCampaign(_, { id }, { viewer, admin, now }) {
		requireAdmin(viewer);
		return payload('campaign', () => admin.end(id, now));
	},
};
