import type { IncomingMessage, ServerResponse } from 'node:http';
import {
	headerMap,
	readOperation,
	runOperation,
	sendErrors,
	sendResult,
} from '@infinite-blob/graphql-http/serve-graphql';
import { BodyError, discardRest } from '@infinite-blob/service/read-body';
import type { RequestContext } from '@infinite-blob/session/request-context';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { createContext, type GatewayContext } from '../context.ts';
import type { ErrorFormatter } from '../errors.ts';
import type { GraphQLServer } from '../graphql-server.ts';
import { overLimit } from '../limits/limit-error.ts';
import { type RateLimits, refuseTooMany, tellStandings } from '../limits/rate-limits.ts';
import type { GatewayMetrics } from '../metrics.ts';
import type { AdmittedOperation, GivenOperation, OperationGate } from '../operations/operation-gate.ts';
import { TimeLimit } from '../operations/time-limit.ts';
import type { AccessEntry } from './access-log.ts';

const bodyLimit = 1024 * 1024;
/** The admin uploads originals as base64. */
const adminBodyLimit = 32 * 1024 * 1024;

export interface OperationServing {
	server: GraphQLServer;
	gate: OperationGate;
	rateLimits: RateLimits;
	serviceSecret: string;
	/** After which an operation is given up. */
	timeoutMs: number;
	formatError: ErrorFormatter;
	metrics: GatewayMetrics;
}

interface AskedOperation {
	search: string;
	asker: RequestContext;
	entry: AccessEntry;
	/** Whether the session token is good, or none was sent. */
	isAuthentic: boolean;
}

/** Executes the operation that a request to /graphql carries. Each error tells the request's id. */
export async function serveOperation(
	serving: OperationServing,
	request: IncomingMessage,
	response: ServerResponse,
	{ search, asker, entry, isAuthentic }: AskedOperation,
): Promise<void> {
	const { rateLimits, gate, formatError, metrics } = serving;
	// Caches keep answers to GET alone.
	if (request.method === 'GET') response.appendHeader('vary', 'Accept');
	try {
		const standings = rateLimits.count(asker);
		tellStandings(response, standings);
		refuseTooMany(standings);
		if (!isAuthentic) throw unauthenticated();
		const given = request.method === 'POST' ? await readBody(request, asker) : givenIn(search);
		const admitted = given && (await gate.admit(given, asker.viewer));
		if (admitted) rateLimits.countPlanning(asker, admitted.planningMs);
		entry.operation = admitted?.operation.name?.value;
		await execute(serving, request, response, { search, given, admitted, asker, entry });
	} catch (error) {
		// The client went away: nobody waits for an answer.
		if (response.destroyed) return;
		const errors = [error].flat();
		if (!errors.every((each) => each instanceof GraphQLError)) throw error;
		if (response.headersSent) return;
		const [first] = errors;
		const { status = 400 } = (first?.extensions.http ?? {}) as { status?: number };
		entry.code = String(first?.extensions.code);
		metrics.countRefusal(entry.code);
		if (status === 413) discardRest(request);
		const told = errors.map((each) => formatError(each.toJSON(), each, asker.requestId));
		sendErrors(request, response, status, told);
	}
}

interface Execution {
	search: string;
	given: GivenOperation | undefined;
	admitted: AdmittedOperation | undefined;
	asker: RequestContext;
	entry: AccessEntry;
}

async function execute(
	{ server, serviceSecret, timeoutMs }: OperationServing,
	request: IncomingMessage,
	response: ServerResponse,
	{ search, given, admitted, asker, entry }: Execution,
): Promise<void> {
	using limit = new TimeLimit(timeoutMs);
	const context: GatewayContext = createContext(asker, serviceSecret, limit.signal, entry);
	response.once('close', () => {
		// A mutation is carried through: whoever sent it may ask for its outcome.
		const isMutation = admitted?.operation.operation === OperationTypeNode.MUTATION;
		if (!response.writableEnded && !isMutation) limit.giveUp();
	});
	const run = { method: request.method ?? 'GET', headers: headerMap(request), ...asApolloTakesIt() };
	const result = server.withRequestId(asker.requestId, () => runOperation(server.apollo, run, context));
	const answer = await limit.within(result);
	// Apollo's own refusals say nothing of it.
	if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'no-store');
	await sendResult(response, answer);

	/** With the text that a hash stands for, and without the hash. */
	function asApolloTakesIt(): { search: string; body: unknown } {
		if (!admitted || !given) return { search, body: given };
		const { extensions: _, ...rest } = given;
		if (request.method === 'POST') return { search, body: { ...rest, query: admitted.known.text } };
		if (given.query !== undefined) return { search: withoutExtensions(search), body: undefined };
		const parameters = new URLSearchParams(withoutExtensions(search));
		parameters.set('query', admitted.known.text);
		return { search: `?${parameters}`, body: undefined };
	}
}

/** @throws GraphQLError when it is too large, no JSON, or several operations at once */
async function readBody(
	request: IncomingMessage,
	{ viewer }: RequestContext,
): Promise<GivenOperation | undefined> {
	const limit = viewer.kind === 'admin' ? adminBodyLimit : bodyLimit;
	let body: unknown;
	try {
		body = await readOperation(request, limit);
	} catch (error) {
		if (!(error instanceof BodyError)) throw error;
		throw bodyRefusal(error, limit);
	}
	if (Array.isArray(body)) {
		const message = `Batches are not served: send operations one by one. This batch has ${body.length}.`;
		throw overLimit('BATCH_TOO_LARGE', message, { limit: 0, asked: body.length });
	}
	return body as GivenOperation | undefined;
}

function bodyRefusal({ status, code, message, size }: BodyError, limit: number): GraphQLError {
	if (code === 'BODY_TOO_LARGE') return overLimit(code, message, { limit, asked: size ?? limit, status });
	return new GraphQLError(message, { extensions: { code, http: { status } } });
}

/** What a GET asks for; parts that are no JSON are left for Apollo to refuse. */
function givenIn(search: string): GivenOperation {
	const parameters = new URLSearchParams(search);
	return {
		query: parameters.get('query') ?? undefined,
		operationName: parameters.get('operationName') ?? undefined,
		variables: json(parameters.get('variables')),
		extensions: json(parameters.get('extensions')),
	};
}

function json(text: string | null): unknown {
	try {
		return text ? JSON.parse(text) : undefined;
	} catch {
		return undefined;
	}
}

function withoutExtensions(search: string): string {
	if (!search.includes('extensions=')) return search;
	const parameters = new URLSearchParams(search);
	parameters.delete('extensions');
	return `?${parameters}`;
}

function unauthenticated(): GraphQLError {
	const message =
		'The session token is malformed, forged or expired. Call createSession without it and use the new one.';
	return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
}
