import { unwrapResolverError } from '@apollo/server/errors';
import type { Logger } from '@infinite-blob/service/logger';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

const masked = 'Something went wrong on our side.';
export const unavailable = 'Part of the shop does not answer right now. Try again in a moment.';

const unexpected = new Set(['INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR']);
// Of the caller's making when the gateway finds them; when a subgraph does, its schema is not what was composed.
const unexpectedOfSubgraphs = new Set([
	'BAD_REQUEST',
	'GRAPHQL_PARSE_FAILED',
	'GRAPHQL_VALIDATION_FAILED',
	'OPERATION_RESOLUTION_FAILURE',
]);

const mostCharacters = 500;
const suggestion = 'Did you mean ';

/** Makes of an error what its client may see: expected ones as they are, others logged and masked. */
export type ErrorFormatter = (
	formatted: GraphQLFormattedError,
	error: unknown,
	requestId: string,
) => GraphQLFormattedError;

/** @param hideSuggestions leave out "Did you mean …?", which tells of a schema that is not to be told */
export function createErrorFormatter(logger: Logger, hideSuggestions: boolean): ErrorFormatter {
	return (formatted, error, requestId) => {
		const { serviceName: subgraph, stacktrace: _, http: __, ...extensions } = formatted.extensions ?? {};
		if (isBadRequest(error)) extensions.code = 'BAD_REQUEST';
		const code = extensions.code as string | undefined;
		const path = formatted.path ? { path: formatted.path } : {};
		const isUnexpected =
			!code || unexpected.has(code) || (subgraph !== undefined && unexpectedOfSubgraphs.has(code));
		if (isUnexpected) {
			logger.error({ err: unwrapResolverError(error), requestId, subgraph, ...path }, 'operation failed');
			return { message: masked, ...path, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
		}
		const { message } = formatted;
		return {
			message: shortened(hideSuggestions ? withoutSuggestion(message) : message),
			...(formatted.locations && subgraph === undefined ? { locations: formatted.locations } : {}),
			...path,
			extensions: { ...extensions, requestId },
		};
	};
}

/** What is wrong is quoted, and clients may have sent a megabyte of it. */
function shortened(message: string): string {
	return message.length > mostCharacters ? `${message.slice(0, mostCharacters)}…` : message;
}

function withoutSuggestion(message: string): string {
	const begin = message.lastIndexOf(suggestion);
	return begin >= 0 && message.endsWith('?') ? message.slice(0, begin).trimEnd() : message;
}

/** The document has none of that name, or several and none was named. */
export function unresolvedOperation(): GraphQLError {
	return new GraphQLError('Name the operation to run: the document has none of that name, or several.', {
		extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
	});
}

/** Apollo Server gives what it refuses of a persisted query the status 400 and no code. */
function isBadRequest(error: unknown): boolean {
	if (!(error instanceof GraphQLError) || error.extensions.code !== undefined) return false;
	return (error.extensions.http as { status?: number } | undefined)?.status === 400;
}
