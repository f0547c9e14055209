import { unwrapResolverError } from '@apollo/server/errors';
import { isConnectionLost } from '@infinite-blob/redis/is-connection-lost';
import type { Logger } from '@infinite-blob/service/logger';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Lets errors made for the caller through; any other is logged with its cause and masked. */
export function maskErrors(logger: Logger) {
	return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
		const original = unwrapResolverError(error);
		const code = formatted.extensions?.code;
		if (original instanceof GraphQLError && code !== 'INTERNAL_SERVER_ERROR') {
			const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
			return { ...formatted, extensions };
		}
		if (isConnectionLost(original)) {
			logger.warn({ err: original, path: formatted.path }, 'Redis went away');
			return {
				message: 'Part of the shop does not answer right now. Try again in a moment.',
				extensions: { code: 'SERVICE_UNAVAILABLE' },
				...(formatted.path ? { path: formatted.path } : {}),
			};
		}
		logger.error({ err: original, path: formatted.path }, 'resolver failed');
		return {
			message: 'Something went wrong on our side.',
			extensions: { code: 'INTERNAL_SERVER_ERROR' },
			...(formatted.path ? { path: formatted.path } : {}),
		};
	};
}
