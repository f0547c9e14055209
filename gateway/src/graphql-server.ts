import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from '@apollo/server';
import {
	ApolloServerPluginCacheControlDisabled,
	ApolloServerPluginLandingPageDisabled,
	ApolloServerPluginSchemaReportingDisabled,
	ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from './context.ts';
import type { ErrorFormatter } from './errors.ts';
import { stringifyResult } from './execution/answer-json.ts';
import { takeInvalid } from './execution/invalid-answers.ts';
import type { FederatedGateway } from './federation/federated-gateway.ts';
import type { GatewayMetrics } from './metrics.ts';
import type { Documents } from './operations/documents.ts';

type DocumentStore = NonNullable<ApolloServerOptions<GatewayContext>['documentStore']>;

export interface GraphQLServer {
	apollo: ApolloServer<GatewayContext>;
	/** Runs what executes an operation, so that its errors bear the request's id. */
	withRequestId<T>(requestId: string, run: () => T): T;
}

/** Apollo Server in front of the federation; started. */
export async function createGraphQLServer(options: {
	gateway: FederatedGateway;
	/** Has what comes here, read already. */
	documents: Documents;
	formatError: ErrorFormatter;
	metrics: GatewayMetrics;
}): Promise<GraphQLServer> {
	// Apollo formats errors without a word on the request they belong to.
	const requestIds = new AsyncLocalStorage<string>();
	const { gateway, documents, metrics, formatError } = options;
	const apollo = new ApolloServer<GatewayContext>({
		gateway,
		// What comes here has passed the operation gate, which knows hashes and validates.
		introspection: true,
		dangerouslyDisableValidation: true,
		documentStore: storeOf(documents),
		persistedQueries: false,
		allowBatchedHttpRequests: false,
		csrfPrevention: true,
		includeStacktraceInErrorResponses: false,
		stopOnTerminationSignals: false,
		stringifyResult,
		formatError: (formatted, error) => formatError(formatted, error, requestIds.getStore() ?? 'unknown'),
		plugins: [
			ApolloServerPluginCacheControlDisabled(),
			ApolloServerPluginLandingPageDisabled(),
			ApolloServerPluginUsageReportingDisabled(),
			ApolloServerPluginSchemaReportingDisabled(),
			observeOperations(metrics, formatError),
		],
	});
	await apollo.start();
	return { apollo, withRequestId: (requestId, run) => requestIds.run(requestId, run) };
}

/** Apollo asks by a prefix of its own and the SHA-256 of the text in hex. */
function storeOf(documents: Documents): DocumentStore {
	return {
		get: async (key) => documents.byHash(key.slice(-64)),
		set: async () => {},
		delete: async () => {},
	};
}

function observeOperations(
	metrics: GatewayMetrics,
	formatError: ErrorFormatter,
): ApolloServerPlugin<GatewayContext> {
	return {
		async invalidRequestWasReceived() {
			metrics.countRefusal('BAD_REQUEST');
		},
		async requestDidStart() {
			const startedAt = performance.now();
			return {
				async didResolveOperation({ operation }) {
					if (operation?.operation !== 'subscription') return;
					throw new GraphQLError(
						'Subscriptions go over a WebSocket at this same address, in the protocol graphql-transport-ws.',
						{ extensions: { code: 'BAD_REQUEST', http: { status: 400 } } },
					);
				},
				async willSendResponse({
					response: { body, http },
					operationName,
					overallCachePolicy,
					contextValue,
				}) {
					if (body.kind !== 'single') return;
					const result = body.singleResult;
					const invalid = takeInvalid(result);
					if (invalid.length > 0)
						result.errors = invalid.map((error) =>
							formatError(error.toJSON(), error, contextValue.requestId),
						);
					const code = result.errors?.[0]?.extensions?.code;
					if (code !== undefined) contextValue.outcome.code = String(code);
					if (code !== undefined && code !== 'INTERNAL_SERVER_ERROR' && result.data === undefined)
						metrics.countRefusal(String(code));
					const policy = result.errors ? null : overallCachePolicy.policyIfCacheable();
					const cacheControl = policy
						? `max-age=${policy.maxAge}, ${policy.scope.toLowerCase()}`
						: 'no-store';
					http.headers.set('cache-control', cacheControl);
					const seconds = (performance.now() - startedAt) / 1000;
					metrics.countOperation(operationName, result.errors !== undefined, seconds);
				},
			};
		},
	};
}
