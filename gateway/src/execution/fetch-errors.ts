import type { ResponsePath } from '@apollo/query-planner';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/**
 * An error of a subgraph as one of the operation's. `serviceName` is for logs.
 *
 * @param path where it is in the operation's answer
 */
export function errorOf(
	subgraph: string,
	{ message, extensions }: Pick<GraphQLFormattedError, 'message' | 'extensions'>,
	path: ResponsePath | undefined,
): GraphQLError {
	return new GraphQLError(message || `Error while fetching subquery from service "${subgraph}"`, {
		...(path ? { path } : {}),
		extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...extensions, serviceName: subgraph },
	});
}

/** What a data source threw instead of answering, which nobody expects, as an error of the operation. */
export function thrown(error: unknown): GraphQLError {
	if (error instanceof GraphQLError) return error;
	const originalError = error instanceof Error ? error : new Error(String(error));
	return new GraphQLError(originalError.message, { originalError });
}
