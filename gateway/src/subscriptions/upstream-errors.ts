import { type ExecutionResult, GraphQLError } from 'graphql';
import { unavailable } from '../errors.ts';

/** The last result of a subscription that its owner, or what lies between, has broken off. */
export function brokenOff(error: unknown): ExecutionResult {
	// graphql-ws throws the subgraph's errors, how the socket was closed for good, or an error of ours.
	if (Array.isArray(error)) return { errors: error.map(revived) };
	if (error instanceof Error && !('code' in error))
		return { errors: [new GraphQLError(error.message, { originalError: error })] };
	return { errors: [new GraphQLError(unavailable, { extensions: { code: 'SERVICE_UNAVAILABLE' } })] };
}

function revived({ message, path, extensions }: GraphQLError): GraphQLError {
	return new GraphQLError(message, { path: path ?? null, extensions });
}
