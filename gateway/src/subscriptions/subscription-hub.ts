import type { ExecutionResult } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { errorOf } from '../execution/fetch-errors.ts';
import { takeInvalid } from '../execution/invalid-answers.ts';
import type { PlannedOperation } from '../execution/planned-operation.ts';
import type { RequestContext } from '../execution/run.ts';
import type { Federation } from '../federation/federated-gateway.ts';
import type { GatewayMetrics } from '../metrics.ts';
import { type Begin, type Evaluate, SharedSubscription } from './shared-subscription.ts';
import type { Upstream, Upstreams } from './upstream.ts';

export interface SubscriptionRequest {
	/** Planned by the supergraph of the federation. */
	planned: PlannedOperation;
	federation: Federation;
	/** What is asked for: of equal value when the document's text and the operation's name are the same. */
	operation: string;
	variables: Record<string, unknown>;
	context: GatewayContext;
}

// What is told to a newcomer may be so old; links in it are good for 15 minutes.
const joinableForMs = 60_000;

/**
 * Runs subscriptions whose selection may span subgraphs: the root field on the subgraph that owns it, and for each
 * event the rest of the plan on the others. @apollo/gateway itself executes no subscriptions. Those of one viewer that
 * are equal share all of that.
 */
export class SubscriptionHub {
	readonly #upstreams: Upstreams;
	readonly #metrics: GatewayMetrics;
	/** Those that began before a reload go on as they began, and nobody joins them after it. */
	readonly #shared = new WeakMap<Federation, Map<string, SharedSubscription>>();

	constructor(upstreams: Upstreams, metrics: GatewayMetrics) {
		this.#upstreams = upstreams;
		this.#metrics = metrics;
	}

	subscribe(request: SubscriptionRequest): AsyncGenerator<ExecutionResult> {
		const { operation, variables, context, federation } = request;
		const running = this.#shared.get(federation) ?? new Map<string, SharedSubscription>();
		this.#shared.set(federation, running);
		const key = JSON.stringify([context.viewer, operation, variables]);
		let shared = running.get(key);
		if (!shared || shared.ageMs > joinableForMs) {
			const started = this.#start(request, () => {
				if (running.get(key) === started) running.delete(key);
			});
			running.set(key, started);
			shared = started;
		}
		return shared.subscribe();
	}

	#start(request: SubscriptionRequest, onEnd: () => void): SharedSubscription {
		const { planned, federation, variables, context } = request;
		const { primary } = planned;
		if (!primary) throw new Error('The operation is no subscription.');
		const url = federation.addressOf(primary.serviceName);
		const upstream = this.#upstreams.to(url);
		const atOwner = {
			query: primary.operation,
			operationName: primary.operationName,
			variables: Object.fromEntries(
				(primary.variableUsages ?? [])
					.filter((name) => name in variables)
					.map((name) => [name, variables[name]]),
			),
		};
		this.#metrics.countUpstreamSubscription(1);
		const begin: Begin = (sink) => upstream.subscribe(atOwner, context, sink);
		return new SharedSubscription(begin, evaluator(request, upstream), () => {
			this.#metrics.countUpstreamSubscription(-1);
			onEnd();
		});
	}
}

function evaluator(
	{ planned, federation, variables, context }: SubscriptionRequest,
	upstream: Upstream,
): Evaluate {
	const owner = planned.primary?.serviceName ?? '';
	const requestContext = { request: { variables }, context, metrics: {} } as unknown as RequestContext;
	// As text, which takes up less than objects, and is all that need be compared.
	let last = '';
	let lastConnection = 0;
	return async ({ data, errors }) => {
		const told = errors?.map((error) => errorOf(owner, error, error.path && [...error.path])) ?? [];
		if (!data) return { errors: told };
		// After a reconnect the owner sends the present state again, which may be one the viewer has.
		const begunAgain = lastConnection !== upstream.connections;
		lastConnection = upstream.connections;
		const text = JSON.stringify(data);
		if (begunAgain && text === last) return undefined;
		last = text;
		const result = await planned.execute(
			{ variables, dataSources: federation.dataSources, requestContext },
			data,
		);
		told.push(...takeInvalid(result), ...(result.errors ?? []));
		return told.length === 0 ? result : { ...result, errors: told };
	};
}
