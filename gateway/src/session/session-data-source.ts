import { readFileSync } from 'node:fs';
import { LocalGraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createSessionToken } from '@infinite-blob/session/session-token';
import { DateTime } from '@infinite-blob/subgraph/scalars';
import { parse } from 'graphql';

/** The session subgraph, which lives in the gateway: it starts anonymous sessions. */
export function sessionDataSource(sessionSecret: string): LocalGraphQLDataSource {
	const typeDefs = parse(readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'));
	return new LocalGraphQLDataSource(
		buildSubgraphSchema({
			typeDefs,
			resolvers: {
				DateTime,
				Mutation: { createSession: () => createSessionToken(sessionSecret, Date.now()) },
			},
		}),
	);
}
