import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import { BodyError, readJsonBody } from '@infinite-blob/graphql-http/read-body';
import { sendError } from '@infinite-blob/graphql-http/serve-graphql';
import type { GatewayContext } from '../context.ts';
import type { GraphQLServer } from '../graphql-server.ts';

const bodyLimit = 1024 * 1024;
/** The admin uploads originals as base64. */
const adminBodyLimit = 32 * 1024 * 1024;

/** Executes the operation that a request to /graphql carries. Each error tells the request's id. */
export async function serveOperation(
	server: GraphQLServer,
	request: IncomingMessage,
	response: ServerResponse,
	search: string,
	context: GatewayContext,
): Promise<void> {
	let body: unknown;
	if (request.method === 'POST' && isJson(request)) {
		try {
			body = await readJsonBody(request, context.viewer.kind === 'admin' ? adminBodyLimit : bodyLimit);
		} catch (error) {
			if (request.destroyed && !request.complete) return;
			if (!(error instanceof BodyError)) throw error;
			if (error.status === 413) response.setHeader('connection', 'close');
			const { requestId } = context;
			return sendError(response, error.status, error.code, error.message, { requestId });
		}
	}
	const result = await server.withRequestId(context.requestId, () =>
		server.apollo.executeHTTPGraphQLRequest({
			httpGraphQLRequest: {
				method: request.method ?? 'GET',
				headers: new HeaderMap(Object.entries(request.headersDistinct).map(joined)),
				search,
				body,
			},
			context: async () => context,
		}),
	);
	for (const [name, value] of result.headers) response.setHeader(name, value);
	response.setHeader('cache-control', 'no-store');
	response.statusCode = result.status ?? 200;
	// The gateway executes no @defer, so that every answer comes in one piece.
	if (result.body.kind !== 'complete') throw new Error('Apollo Server answered in pieces');
	response.end(result.body.string);
}

function isJson(request: IncomingMessage): boolean {
	return (request.headers['content-type'] ?? '').toLowerCase().startsWith('application/json');
}

function joined([name, values]: [string, string[] | undefined]): [string, string] {
	return [name, values?.join(', ') ?? ''];
}
