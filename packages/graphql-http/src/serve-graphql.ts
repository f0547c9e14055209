import type { IncomingMessage, ServerResponse } from 'node:http';
import {
	type ApolloServer,
	type BaseContext,
	HeaderMap,
	type HTTPGraphQLRequest,
	type HTTPGraphQLResponse,
} from '@apollo/server';
import { BodyError, discardRest } from '@infinite-blob/service/read-body';
import { readJsonBody } from './read-json-body.ts';

const graphqlJson = 'application/graphql-response+json';

/** How one request is served. */
export interface ServeOptions<Context> {
	/** The query string, with its question mark. */
	search: string;
	context: Context;
	/** The largest body, in bytes. */
	bodyLimit: number;
}

/** Serves one GraphQL request over node:http through Apollo Server: a thin front that costs a third of Express. */
export async function serveGraphQL<Context extends BaseContext>(
	server: ApolloServer<Context>,
	request: IncomingMessage,
	response: ServerResponse,
	{ search, context, bodyLimit }: ServeOptions<Context>,
): Promise<void> {
	let body: unknown;
	try {
		body = await readOperation(request, bodyLimit);
	} catch (error) {
		// The client went away in the middle of its request: nobody waits for an answer.
		if (request.destroyed && !request.complete) return;
		if (!(error instanceof BodyError)) throw error;
		if (error.status === 413) discardRest(request);
		const { status, code, message } = error;
		return sendErrors(request, response, status, [{ message, extensions: { code } }]);
	}
	const run = { method: request.method ?? 'GET', headers: headerMap(request), search, body };
	await sendResult(response, await runOperation(server, run, context));
}

/**
 * The JSON body of a POST; nothing for other requests.
 *
 * @param limit bytes
 * @throws BodyError when it is too large or not JSON
 */
export async function readOperation(request: IncomingMessage, limit: number): Promise<unknown> {
	return request.method === 'POST' && isJson(request) ? readJsonBody(request, limit) : undefined;
}

/** Has Apollo Server answer a request whose body was read. */
export function runOperation<Context extends BaseContext>(
	server: ApolloServer<Context>,
	httpGraphQLRequest: HTTPGraphQLRequest,
	context: Context,
): Promise<HTTPGraphQLResponse> {
	return server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context });
}

/** Sends what Apollo Server answered. */
export async function sendResult(response: ServerResponse, result: HTTPGraphQLResponse): Promise<void> {
	for (const [name, value] of result.headers) response.setHeader(name, value);
	response.statusCode = result.status ?? 200;
	if (result.body.kind === 'complete') {
		response.end(result.body.string);
		return;
	}
	for await (const chunk of result.body.asyncIterator) response.write(chunk);
	response.end();
}

/** Answers with GraphQL errors and nothing else, in the form that the client accepts (GraphQL over HTTP, 6.4). */
export function sendErrors(
	{ headers }: IncomingMessage,
	response: ServerResponse,
	status: number,
	errors: readonly object[],
): void {
	const type = headers.accept?.includes(graphqlJson) ? graphqlJson : 'application/json';
	response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
	response.end(JSON.stringify({ errors }));
}

function isJson(request: IncomingMessage): boolean {
	return (request.headers['content-type'] ?? '').toLowerCase().startsWith('application/json');
}

/** The headers that Apollo Server looks at: the body's type, what is accepted, and what no form can send. */
const readHeaders = [
	'content-type',
	'accept',
	'apollo-require-preflight',
	'x-apollo-operation-name',
] as const;

/** A request's headers as Apollo Server takes them, without those that it does not look at. */
export function headerMap({ headers: given }: IncomingMessage): HeaderMap {
	const headers = new HeaderMap();
	for (const name of readHeaders) {
		const value = given[name];
		if (typeof value === 'string' && !isByDefault(name, value)) headers.set(name, value);
	}
	return headers;
}

/** JSON is what Apollo Server sends unasked: it need not negotiate. */
function isByDefault(name: string, value: string): boolean {
	return name === 'accept' && (value === 'application/json' || value === '*/*');
}
