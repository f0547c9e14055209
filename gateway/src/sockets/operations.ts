import { randomUUID } from 'node:crypto';
import type { Logger } from '@infinite-blob/service/logger';
import type { Viewer } from '@infinite-blob/session/viewer';
import { type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { ConnectionInitMessage, ServerOptions, SubscribePayload } from 'graphql-ws';
import { createContext, type GatewayContext } from '../context.ts';
import type { ErrorFormatter } from '../errors.ts';
import { variableErrors } from '../execution/variables.ts';
import type { GraphQLServer } from '../graphql-server.ts';
import { overLimit } from '../limits/limit-error.ts';
import { type RateLimits, refuseTooMany } from '../limits/rate-limits.ts';
import type { GatewayMetrics } from '../metrics.ts';
import { type AdmittedOperation, type OperationGate, remade } from '../operations/operation-gate.ts';
import type { SubscriptionHub } from '../subscriptions/subscription-hub.ts';
import type { Connection } from './connection.ts';

export interface SocketOperations {
	server: GraphQLServer;
	gate: OperationGate;
	rateLimits: RateLimits;
	subscriptions: SubscriptionHub;
	serviceSecret: string;
	formatError: ErrorFormatter;
	metrics: GatewayMetrics;
	/** Gets a line for each operation. */
	accessLogger: Logger;
}

const mostOperations = 50;

interface Operation {
	context: GatewayContext;
	admitted: AdmittedOperation;
}

type SocketServerOptions = ServerOptions<ConnectionInitMessage['payload'], Connection>;
type Hooks = Required<Pick<SocketServerOptions, 'onSubscribe' | 'execute' | 'subscribe' | 'onNext'>>;

type Next = Awaited<ReturnType<NonNullable<ServerOptions['onNext']>>>;

/** What happens to the operations of a socket: subscriptions by our own engine, all else by Apollo Server. */
export function socketOperations(options: SocketOperations): Hooks {
	const { server, gate, rateLimits, subscriptions, formatError, metrics, accessLogger } = options;
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
			try {
				const admitted = await admit(payload, asker, Object.keys(running).length);
				const { schema } = admitted.federation.supergraph;
				const variableValues = payload.variables ?? {};
				checkVariables(schema, admitted, variableValues);
				const contextValue: Operation = { context: createContext(asker, options.serviceSecret), admitted };
				const operationName = payload.operationName ?? null;
				const { viewer, address } = asker;
				const operation = admitted.operation.name?.value;
				accessLogger.info({ requestId, address, viewer: viewer.kind, operation }, 'operation on a socket');
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
			const request = { query: admitted.known.text, variables, ...(operationName ? { operationName } : {}) };
			const { body } = await server.withRequestId(context.requestId, () =>
				server.apollo.executeOperation(request, { contextValue: context }),
			);
			if (body.kind !== 'single') throw new Error('Apollo Server answered in pieces');
			return body.singleResult as ExecutionResult;
		},
		subscribe(args) {
			const { context, admitted } = operationOf(args);
			const { federation, known } = admitted;
			const { document, hash } = known;
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

/** @throws GraphQLErrors for the caller, which Apollo Server finds by itself in what it executes */
function checkVariables(
	schema: GraphQLSchema,
	{ operation }: AdmittedOperation,
	variables: Record<string, unknown>,
): void {
	const errors = variableErrors(schema, operation, variables);
	if (errors.length > 0) throw errors;
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
