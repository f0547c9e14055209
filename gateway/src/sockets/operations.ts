import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from '@infinite-blob/service/logger';
import type { Viewer } from '@infinite-blob/session/viewer';
import { KnownDocuments } from '@infinite-blob/subgraph/known-documents';
import {
	type DocumentNode,
	type ExecutionArgs,
	type ExecutionResult,
	GraphQLError,
	type GraphQLErrorExtensions,
	type GraphQLSchema,
	getOperationAST,
	getVariableValues,
} from 'graphql';
import type { ConnectionInitMessage, ServerOptions, SubscribePayload } from 'graphql-ws';
import { createContext, type GatewayContext } from '../context.ts';
import { type ErrorFormatter, unresolvedOperation } from '../errors.ts';
import type { FederatedGateway } from '../federation/federated-gateway.ts';
import type { GraphQLServer } from '../graphql-server.ts';
import type { GatewayMetrics } from '../metrics.ts';
import type { SubscriptionHub } from '../subscriptions/subscription-hub.ts';

/** An open socket, as graphql-ws hands it to our hooks. */
export interface Connection {
	request: IncomingMessage;
	/** There from connection_init on, before which no operation is taken. */
	owner?: SocketOwner;
}

/** Whom a socket belongs to. */
interface SocketOwner {
	viewer: Viewer;
	address: string;
}

export interface SocketOperations {
	gateway: FederatedGateway;
	server: GraphQLServer;
	subscriptions: SubscriptionHub;
	serviceSecret: string;
	formatError: ErrorFormatter;
	metrics: GatewayMetrics;
	logger: Logger;
}

const mostOperations = 50;

interface Operation {
	context: GatewayContext;
	payload: SubscribePayload;
}

type SocketServerOptions = ServerOptions<ConnectionInitMessage['payload'], Connection>;
type Hooks = Required<Pick<SocketServerOptions, 'onSubscribe' | 'execute' | 'subscribe' | 'onNext'>>;

type Next = Awaited<ReturnType<NonNullable<ServerOptions['onNext']>>>;

/** What happens to the operations of a socket: subscriptions by our own engine, all else by Apollo Server. */
export function socketOperations(options: SocketOperations): Hooks {
	const { gateway, server, formatError, metrics } = options;
	const documents = new KnownDocuments();
	const operationOf = (args: ExecutionArgs) => args.contextValue as Operation;
	const refused = (error: GraphQLError, requestId: string) => {
		const { message, extensions } = formatError(error.toJSON(), error, requestId);
		return remade(error, message, extensions ?? {});
	};
	return {
		onSubscribe({ extra: { owner }, subscriptions }, _id, payload) {
			const requestId = randomUUID();
			const context = createContext({ ...owner!, requestId }, options.serviceSecret);
			const { schema } = gateway.current.supergraph;
			try {
				if (Object.keys(subscriptions).length > mostOperations) {
					throw coded('TOO_MANY_OPERATIONS', `A socket runs up to ${mostOperations} operations at a time.`);
				}
				const { document, variableValues } = prepare(schema, documents, payload);
				const operationName = payload.operationName ?? null;
				return { schema, document, operationName, variableValues, contextValue: { context, payload } };
			} catch (error) {
				const errors = [error].flat();
				if (!errors.every((each) => each instanceof GraphQLError)) throw error;
				return errors.map((each) => refused(each, requestId));
			}
		},
		async execute(args) {
			const { context, payload } = operationOf(args);
			const { query, operationName, extensions, variables } = payload;
			const request = {
				query,
				...(operationName ? { operationName } : {}),
				...(variables ? { variables } : {}),
				...(extensions ? { extensions } : {}),
			};
			const { body } = await server.withRequestId(context.requestId, () =>
				server.apollo.executeOperation(request, { contextValue: context }),
			);
			if (body.kind !== 'single') throw new Error('Apollo Server answered in pieces');
			return body.singleResult as ExecutionResult;
		},
		subscribe(args) {
			const { context, payload } = operationOf(args);
			const federation = gateway.current;
			const hash = createHash('sha256').update(payload.query).digest('hex');
			const operationName = args.operationName ?? undefined;
			const results = options.subscriptions.subscribe({
				planned: federation.supergraph.plan(args.document, hash, operationName),
				federation,
				operation: `${hash} ${operationName ?? ''}`,
				variables: { ...args.variableValues },
				context,
			});
			return counted(results, metrics);
		},
		onNext(_context, _id, _payload, args, result) {
			const { errors, ...rest } = result;
			// Those of queries and mutations are formatted already, by Apollo Server.
			if (!errors || !(errors[0] instanceof GraphQLError)) return result as Next;
			const { requestId } = operationOf(args).context;
			return {
				...rest,
				errors: errors.map((error) => formatError(error.toJSON(), error, requestId)),
			} as Next;
		},
	};
}

/** @throws GraphQLErrors for the caller, one or several, when the operation is not one that can be run */
function prepare(
	schema: GraphQLSchema,
	documents: KnownDocuments,
	{ query, operationName, variables }: SubscribePayload,
): { document: DocumentNode; variableValues: Record<string, unknown> } {
	const document = checked('GRAPHQL_PARSE_FAILED', () => documents.parse(query));
	const invalid = checked('GRAPHQL_VALIDATION_FAILED', () => documents.validate(schema, document));
	if (invalid.length > 0) throw invalid.map((error) => withCode('GRAPHQL_VALIDATION_FAILED', error));
	const operation = getOperationAST(document, operationName);
	if (!operation) throw unresolvedOperation();
	const given = variables ?? {};
	const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
	if (errors) throw errors.map((error) => withCode('BAD_USER_INPUT', error));
	return { document, variableValues: given };
}

/** Runs a check of graphql's on the document, which may be nested more deeply than its recursion bears. */
function checked<T>(code: string, check: () => T): T {
	try {
		return check();
	} catch (error) {
		if (error instanceof RangeError) throw coded(code, 'The document is nested too deeply.');
		throw error instanceof GraphQLError ? withCode(code, error) : error;
	}
}

function coded(code: string, message: string): GraphQLError {
	return new GraphQLError(message, { extensions: { code } });
}

function withCode(code: string, error: GraphQLError): GraphQLError {
	return remade(error, error.message, { code });
}

function remade(error: GraphQLError, message: string, extensions: GraphQLErrorExtensions): GraphQLError {
	return new GraphQLError(message, {
		nodes: error.nodes ?? null,
		source: error.source ?? null,
		positions: error.positions ?? null,
		path: error.path ?? null,
		extensions,
	});
}

function counted<T>(stream: AsyncGenerator<T>, metrics: GatewayMetrics): AsyncGenerator<T> {
	let running = true;
	metrics.countSubscription(1);
	const end = () => {
		if (running) metrics.countSubscription(-1);
		running = false;
	};
	return {
		...stream,
		async next() {
			const step = await stream.next();
			if (step.done) end();
			return step;
		},
		return(value) {
			end();
			return stream.return(value);
		},
		[Symbol.asyncIterator]() {
			return this;
		},
	};
}
