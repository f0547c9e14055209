import type { IncomingMessage, ServerResponse } from 'node:http';
import { serveGraphQL } from '@infinite-blob/graphql-http/serve-graphql';
import type { GatewayContext } from '../context.ts';
import type { GraphQLServer } from '../graphql-server.ts';

const bodyLimit = 1024 * 1024;
/** The admin uploads originals as base64. */
const adminBodyLimit = 32 * 1024 * 1024;

/** Executes the operation that a request to /graphql carries. Each error tells the request's id. */
export function serveOperation(
	server: GraphQLServer,
	request: IncomingMessage,
	response: ServerResponse,
	search: string,
	context: GatewayContext,
): Promise<void> {
	const { requestId, viewer } = context;
	response.setHeader('cache-control', 'no-store');
	return server.withRequestId(requestId, () =>
		serveGraphQL(server.apollo, request, response, {
			search,
			context,
			bodyLimit: viewer.kind === 'admin' ? adminBodyLimit : bodyLimit,
			extensions: { requestId },
		}),
	);
}
