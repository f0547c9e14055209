import type { GatewayConfig } from '../config.ts';

/** Where a subgraph is: its /graphql address and the base below which it serves all else. */
export interface SubgraphAddress {
	base: string;
	graphql: string;
}

/** A subgraph's address: the configured one, which may be its base or its /graphql address, else the supergraph's. */
export function subgraphAddress(
	name: string,
	routingUrl: string | undefined,
	configured: GatewayConfig['subgraphUrls'],
): SubgraphAddress {
	const base = (configured[name] ?? routingUrl ?? '').replace(/\/+$/, '').replace(/\/graphql$/, '');
	return { base, graphql: `${base}/graphql` };
}
