import type { Logger } from '@infinite-blob/service/logger';
import type { RequestContext } from '@infinite-blob/session/request-context';

/** What every resolver of every subgraph finds in its context. */
export interface SubgraphContext extends RequestContext {
	logger: Logger;
}
