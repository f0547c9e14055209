import { isDeepStrictEqual } from 'node:util';
import { operationFromDocument } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway';
import type { QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import type { Logger } from '@infinite-blob/service/logger';
import { type DocumentNode, type ExecutionResult, GraphQLError } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { unavailable } from '../errors.ts';
import type { Supergraph } from '../federation/supergraph.ts';
import type { Upstreams } from './upstream.ts';

interface SubscriptionRequest {
	document: DocumentNode;
	operationName: string | undefined;
	variables: Record<string, unknown>;
	context: GatewayContext;
}

/** The name under which an event stands in for the subgraph that sent it. */
const event = '$event';

/**
 * Runs a subscription whose selection may span subgraphs: its root field on the subgraph that owns it, and for each
 * event the rest of the plan on the others. @apollo/gateway itself executes no subscriptions.
 *
 * @param request valid against the supergraph's schema
 * @param upstreams the sockets to the subgraphs
 */
export function subscribe(
	supergraph: Supergraph,
	request: SubscriptionRequest,
	upstreams: Upstreams,
	logger: Logger,
): AsyncGenerator<ExecutionResult> {
	const { document, operationName, variables, context } = request;
	const { schema, apiSchema, supergraphSchema, dataSources } = supergraph;
	const { primary, perEvent, operation } = planOf(supergraph, document, operationName);
	const requestContext = { request: { variables }, context, metrics: {}, logger, cache: undefined, schema };

	const upstream = upstreams.to(primary.serviceName);
	const results = upstream.subscribe(
		{
			query: primary.operation,
			operationName: primary.operationName,
			variables: Object.fromEntries(
				(primary.variableUsages ?? []).filter((key) => key in variables).map((key) => [key, variables[key]]),
			),
		},
		context,
	);
	let last: ExecutionResult['data'];
	let lastConnection = 0;
	return mapped(results, async (result) => {
		if (!result.data) return { errors: result.errors?.map(revived) ?? [] };
		// After a reconnect the owner sends the present state again, which may be one the viewer has.
		const begunAgain = lastConnection !== upstream.connections;
		lastConnection = upstream.connections;
		if (begunAgain && isDeepStrictEqual(last, result.data)) return undefined;
		// The plan's execution writes into what it gets.
		last = structuredClone(result.data);
		const owner = { process: async () => result } as unknown as GraphQLDataSource;
		const services = { ...dataSources, [event]: owner };
		const executed = await executeQueryPlan(
			perEvent,
			services,
			requestContext as unknown as Parameters<typeof executeQueryPlan>[2],
			operation,
			supergraphSchema,
			apiSchema,
		);
		return { data: executed.data ?? null, ...(executed.errors ? { errors: executed.errors } : {}) };
	});
}

interface Plan {
	/** What the subgraph that owns the field is asked for. */
	primary: SubscriptionNode['primary'];
	/** What is done with each of its events. */
	perEvent: QueryPlan;
	operation: ReturnType<typeof buildOperationContext>;
}

const plans = new WeakMap<Supergraph, WeakMap<DocumentNode, Map<string | undefined, Plan>>>();

/** Plans an operation, which takes milliseconds, once for as long as its document is known. */
function planOf(supergraph: Supergraph, document: DocumentNode, operationName: string | undefined): Plan {
	const ofSupergraph = plans.get(supergraph) ?? new WeakMap<DocumentNode, Map<string | undefined, Plan>>();
	plans.set(supergraph, ofSupergraph);
	const ofDocument = ofSupergraph.get(document) ?? new Map<string | undefined, Plan>();
	ofSupergraph.set(document, ofDocument);
	const plan = ofDocument.get(operationName) ?? makePlan(supergraph, document, operationName);
	ofDocument.set(operationName, plan);
	return plan;
}

function makePlan(
	{ schema, apiSchema, planner }: Supergraph,
	document: DocumentNode,
	operationName: string | undefined,
): Plan {
	const name = operationName === undefined ? {} : { operationName };
	const plan = planner.buildQueryPlan(operationFromDocument(apiSchema, document, name));
	const { primary, rest } = plan.node as SubscriptionNode;
	const nodes = [{ ...primary, serviceName: event }, ...(rest ? [rest] : [])];
	return {
		primary,
		perEvent: { kind: 'QueryPlan', node: { kind: 'Sequence', nodes } },
		operation: buildOperationContext({ schema, operationDocument: document, ...name }),
	};
}

/**
 * The stream with each result mapped, less those mapped to undefined. Not an async generator, because one that waits
 * for the next event cannot be returned. A stream that breaks ends with a result that says so.
 */
function mapped(
	source: AsyncGenerator<ExecutionResult>,
	map: (result: ExecutionResult) => Promise<ExecutionResult | undefined>,
): AsyncGenerator<ExecutionResult> {
	let broken = false;
	async function next(): Promise<IteratorResult<ExecutionResult>> {
		if (broken) return { done: true, value: undefined };
		try {
			for (;;) {
				const step = await source.next();
				if (step.done) return step;
				const value = await map(step.value);
				if (value) return { done: false, value };
			}
		} catch (error) {
			broken = true;
			return { done: false, value: { errors: errorsOf(error) } };
		}
	}
	return {
		next,
		return: (value) => source.return(value),
		throw: (error) => source.throw(error),
		[Symbol.asyncIterator]() {
			return this;
		},
		async [Symbol.asyncDispose]() {
			await source.return(undefined);
		},
	};
}

/** What graphql-ws threw: the subgraph's errors, how the socket was closed for good, or an error of ours. */
function errorsOf(error: unknown): GraphQLError[] {
	if (Array.isArray(error)) return error.map(revived);
	if (error instanceof Error && !('code' in error))
		return [new GraphQLError(error.message, { originalError: error })];
	return [new GraphQLError(unavailable, { extensions: { code: 'SERVICE_UNAVAILABLE' } })];
}

function revived({ message, path, extensions }: GraphQLError): GraphQLError {
	return new GraphQLError(message, { path: path ?? null, extensions });
}
