import { randomUUID } from 'node:crypto';
import type { Logger } from '@infinite-blob/service/logger';
import type { RequestContext } from '@infinite-blob/session/request-context';
import { type ExecutionArgs, type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import type { ConnectionInitMessage, ServerOptions, SubscribePayload } from 'graphql-ws';
import { createContext, type Outcome } from '../context.ts';
import type { ErrorFormatter } from '../errors.ts';
import { variableErrors } from '../execution/variables.ts';
import type { GraphQLServer } from '../graphql-server.ts';
import { overLimit } from '../limits/limit-error.ts';
import { type RateLimits, refuseTooMany } from '../limits/rate-limits.ts';
import type { GatewayMetrics } from '../metrics.ts';
import { type AdmittedOperation, type OperationGate, remade } from '../operations/operation-gate.ts';
import type { SubscriptionHub } from '../subscriptions/subscription-hub.ts';
import type { Connection } from './connection.ts';
import { ending, resultOf } from './streams.ts';

export interface SocketOperations {
	server: GraphQLServer;
	gate: OperationGate;
	rateLimits: RateLimits;
	subscriptions: SubscriptionHub;
	serviceSecret: string;
	/** After which a query or mutation is given up. */
	timeoutMs: number;
	formatError: ErrorFormatter;
	metrics: GatewayMetrics;
	/** Gets a line for each operation. */
	accessLogger: Logger;
}

const mostOperations = 50;

interface Operation {
	asker: RequestContext;
	admitted: AdmittedOperation;
	connection: Connection;
}

type SocketServerOptions = ServerOptions<ConnectionInitMessage['payload'], Connection>;
type Hooks = Required<Pick<SocketServerOptions, 'onSubscribe' | 'execute' | 'subscribe' | 'onNext'>>;

type Next = Awaited<ReturnType<NonNullable<ServerOptions['onNext']>>>;

/** What happens to the operations of a socket: subscriptions by our own engine, all else by Apollo Server. */
export function socketOperations(options: SocketOperations): Hooks {
	const { server, gate, rateLimits, subscriptions, serviceSecret, timeoutMs } = options;
	const { formatError, metrics, accessLogger } = options;
	const operationOf = (args: ExecutionArgs) => args.contextValue as Operation;

	function log({ requestId, address, viewer }: RequestContext, what: object): void {
		accessLogger.info({ requestId, address, viewer: viewer.kind, ...what }, 'operation on a socket');
	}

	async function admit(payload: SubscribePayload, asker: RequestContext, { running }: Connection) {
		if (running > mostOperations) throw tooMany(running);
		refuseTooMany(rateLimits.count(asker));
		const admitted = await gate.admit(payload, asker.viewer);
		if (!admitted) throw coded('BAD_REQUEST', 'The operation has neither a query nor a known hash of one.');
		rateLimits.countPlanning(asker, admitted.planningMs);
		return admitted;
	}

	return {
		async onSubscribe({ extra: connection }, _id, payload) {
			const requestId = randomUUID();
			const asker = { ...connection.owner!, requestId };
			connection.running++;
			try {
				const admitted = await admit(payload, asker, connection);
				const { schema } = admitted.federation.supergraph;
				const variableValues = payload.variables ?? {};
				const errors = variableErrors(schema, admitted.operation, variableValues);
				if (errors.length > 0) throw errors;
				const contextValue: Operation = { asker, admitted, connection };
				const operationName = payload.operationName ?? null;
				return { schema, document: admitted.known.document, operationName, variableValues, contextValue };
			} catch (error) {
				connection.running--;
				const errors = [error].flat();
				if (!errors.every((each) => each instanceof GraphQLError)) throw error;
				const code = String(errors[0]?.extensions.code);
				metrics.countRefusal(code);
				log(asker, { code });
				return errors.map((each) => {
					const { message, extensions = {} } = formatError(each.toJSON(), each, requestId);
					return remade(each, message, extensions);
				});
			}
		},
		execute(args) {
			const { asker, admitted, connection } = operationOf(args);
			const { operationName, variableValues } = args;
			const variables = { ...variableValues };
			const request = { query: admitted.known.text, variables, ...(operationName ? { operationName } : {}) };
			const isMutation = admitted.operation.operation === OperationTypeNode.MUTATION;
			const began = performance.now();
			const outcome: Outcome = {};
			const run = async (signal: AbortSignal) => {
				const contextValue = createContext(asker, serviceSecret, signal, outcome);
				const { body } = await server.withRequestId(asker.requestId, () =>
					server.apollo.executeOperation(request, { contextValue }),
				);
				if (body.kind !== 'single') throw new Error('Apollo Server answered in pieces');
				return body.singleResult as ExecutionResult;
			};
			const onEnd = () => {
				connection.running--;
				const ms = Math.round((performance.now() - began) * 10) / 10;
				log(asker, { operation: admitted.operation.name?.value, ms, ...outcome });
			};
			return resultOf(run, { timeoutMs, isMutation, onEnd });
		},
		subscribe(args) {
			const { asker, admitted, connection } = operationOf(args);
			const { federation, known, planned } = admitted;
			const results = subscriptions.subscribe({
				planned,
				federation,
				operation: `${known.hash} ${args.operationName ?? ''}`,
				variables: { ...args.variableValues },
				context: createContext(asker, serviceSecret),
			});
			metrics.countSubscription(1);
			log(asker, { operation: admitted.operation.name?.value });
			return ending(results, () => {
				metrics.countSubscription(-1);
				connection.running--;
			});
		},
		onNext(_context, _id, _payload, args, result) {
			const { errors, ...rest } = result;
			// Those of queries and mutations are formatted already, by Apollo Server.
			if (!errors || !(errors[0] instanceof GraphQLError)) return result as Next;
			const { requestId } = operationOf(args).asker;
			return {
				...rest,
				errors: errors.map((error) => formatError(error.toJSON(), error, requestId)),
			} as Next;
		},
	};
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
