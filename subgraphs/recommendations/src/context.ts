import type { SubgraphContext } from '@infinite-blob/subgraph/subgraph-context';
import type { Recommender } from './recommender.ts';

export interface Context extends SubgraphContext {
	recommender: Recommender;
}
