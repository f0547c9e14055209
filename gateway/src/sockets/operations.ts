import { randomUUID } from 'node:crypto';
import type { Viewer } from '@infinite-blob/session/viewer';
import {
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
import type { FederatedGateway, Federation } from '../federation/federated-gateway.ts';
import type { GraphQLServer } from '../graphql-server.ts';
import { overLimit } from '../limits/limit-error.ts';
import { type RateLimits, refuseTooMany } from '../limits/rate-limits.ts';
import type { GatewayMetrics } from '../metrics.ts';
import type { AdmittedOperation, OperationGate } from '../operations/operation-gate.ts';
import type { SubscriptionHub } from '../subscriptions/subscription-hub.ts';
import type { Connection } from './connection.ts';

export interface SocketOperations {
	gateway: FederatedGateway;
	server: GraphQLServer;
	gate: OperationGate;
	rateLimits: RateLimits;
	subscriptions: SubscriptionHub;
	serviceSecret: string;
	formatError: ErrorFormatter;
	metrics: GatewayMetrics;
}

const mostOperations = 50;

interface Operation {
	context: GatewayContext;
	federation: Federation;
	admitted: AdmittedOperation;
}

type SocketServerOptions = ServerOptions<ConnectionInitMessage['payload'], Connection>;
type Hooks = Required<Pick<SocketServerOptions, 'onSubscribe' | 'execute' | 'subscribe' | 'onNext'>>;

type Next = Awaited<ReturnType<NonNullable<ServerOptions['onNext']>>>;

/** What happens to the operations of a socket: subscriptions by our own engine, all else by Apollo Server. */
export function socketOperations(options: SocketOperations): Hooks {
	const { gateway, server, gate, rateLimits, subscriptions, formatError, metrics } = options;
	const operationOf = (args: ExecutionArgs) => args.contextValue as Operation;

	async function admit(
		payload: SubscribePayload,
		asker: { viewer: Viewer; address: string },
		running: number,
	) {
		if (running > mostOperations) throw tooMany(running);
		refuseTooMany(rateLimits.count(asker));
		const admitted = await gate.admit(payload, asker.viewer);
		if (!admitted) throw coded('BAD_REQUEST', 'The operation has neither a query nor a known hash of one.');
		return admitted;
	}

	return {
		async onSubscribe({ extra: { owner }, subscriptions: running }, _id, payload) {
			const requestId = randomUUID();
			const asker = { ...owner!, requestId };
			const federation = gateway.current;
			const { schema } = federation.supergraph;
			const { operationName = null, variables: variableValues = {} } = payload;
			try {
				const admitted = await admit(payload, asker, Object.keys(running).length);
				prepare(schema, admitted, payload);
				admitted.keep?.();
				const context = createContext(asker, options.serviceSecret);
				const contextValue: Operation = { context, federation, admitted };
				return { schema, document: admitted.known.document, operationName, variableValues, contextValue };
			} catch (error) {
				const errors = [error].flat();
				if (!errors.every((each) => each instanceof GraphQLError)) throw error;
				metrics.countRefusal(String(errors[0]?.extensions.code));
				return errors.map((each) => {
					const { message, extensions = {} } = formatError(each.toJSON(), each, requestId);
					return remade(each, message, extensions);
				});
			}
		},
		async execute(args) {
			const { context, admitted } = operationOf(args);
			const { operationName, variableValues } = args;
			const variables = { ...variableValues };
			const request = { query: admitted.query, variables, ...(operationName ? { operationName } : {}) };
			const { body } = await server.withRequestId(context.requestId, () =>
				server.apollo.executeOperation(request, { contextValue: context }),
			);
			if (body.kind !== 'single') throw new Error('Apollo Server answered in pieces');
			return body.singleResult as ExecutionResult;
		},
		subscribe(args) {
			const { context, federation, admitted } = operationOf(args);
			const { document, hash } = admitted.known;
			const operationName = args.operationName ?? undefined;
			const results = subscriptions.subscribe({
				planned: federation.supergraph.plan(document, hash, operationName),
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
	{ known }: AdmittedOperation,
	{ operationName, variables = {} }: SubscribePayload,
): void {
	const invalid = known.validate(schema);
	if (invalid.length > 0) throw invalid.map((error) => withCode('GRAPHQL_VALIDATION_FAILED', error));
	const operation = getOperationAST(known.document, operationName);
	if (!operation) throw unresolvedOperation();
	const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
	if (errors) throw errors.map((error) => withCode('BAD_USER_INPUT', error));
}

function tooMany(asked: number): GraphQLError {
	const limit = mostOperations;
	return overLimit('TOO_MANY_OPERATIONS', `A socket runs up to ${limit} operations at a time.`, {
		limit,
		asked,
	});
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
