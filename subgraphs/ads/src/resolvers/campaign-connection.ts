import { encodeCursor } from '@infinite-blob/subgraph/paging';
import type { CampaignConnectionResolvers } from '../schema.generated.ts';

/** What the cursors of the list of campaigns belong to. */
export const cursorKind = 'campaigns';

const cursorOf = (sequence: number) => encodeCursor(cursorKind, sequence);

export const CampaignConnection: CampaignConnectionResolvers = {
	nodes: ({ campaigns }) => campaigns,
	edges: ({ campaigns }) => campaigns.map((node) => ({ node, cursor: cursorOf(node.sequence) })),
	pageInfo({ campaigns, hasNextPage, hasPreviousPage }) {
		const cursors = campaigns.map(({ sequence }) => cursorOf(sequence));
		return {
			hasNextPage,
			hasPreviousPage,
			startCursor: cursors[0] ?? null,
			endCursor: cursors.at(-1) ?? null,
		};
	},
};
