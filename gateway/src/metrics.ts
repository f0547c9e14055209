import { createMetrics } from '@infinite-blob/service/start-service';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { CountLookups } from './cache/caching-data-source.ts';
import type { CallResult } from './federation/subgraph-data-source.ts';

export interface GatewayMetrics {
	registry: Registry;
	/** @param seconds from the request's arrival to its answer */
	countOperation(name: string | null | undefined, failed: boolean, seconds: number): void;
	/** @param code of the refusal: of a limit, or of what the operation is not allowed to be */
	countRefusal(code: string): void;
	/** @param count of values that were looked up in the entity cache */
	countLookups: CountLookups;
	countReload(result: 'ok' | 'failed'): void;
	/** @param change of how many clients follow: 1 or -1 */
	countSubscription(change: number): void;
	/** @param change of how many are followed at subgraphs: 1 or -1; equal ones of one viewer are one there */
	countUpstreamSubscription(change: number): void;
	/** @param seconds that the call to the subgraph took */
	countFetch(subgraph: string, result: CallResult, seconds: number): void;
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
// Clients choose the names, and each one costs a series.
const mostNames = 200;

export function createGatewayMetrics(): GatewayMetrics {
	const registry = createMetrics();
	const operations = new Histogram({
		name: 'gateway_operation_duration_seconds',
		help: 'Duration of queries and mutations by operation name.',
		labelNames: ['operation', 'result'],
		buckets,
		registers: [registry],
	});
	const subscriptions = new Gauge({
		name: 'gateway_subscriptions',
		help: 'Subscriptions that run.',
		registers: [registry],
	});
	const upstreamSubscriptions = new Gauge({
		name: 'gateway_upstream_subscriptions',
		help: 'Subscriptions that run at subgraphs; equal ones of one viewer are one.',
		registers: [registry],
	});
	const fetches = new Histogram({
		name: 'gateway_subgraph_duration_seconds',
		help: 'Duration of calls to subgraphs; refused ones were not made, because the circuit was open.',
		labelNames: ['subgraph', 'result'],
		buckets,
		registers: [registry],
	});
	const refusals = new Counter({
		name: 'gateway_refusals_total',
		help: 'Operations that were refused before they ran, and those that were given up (REQUEST_TIMEOUT), by the code of the refusal.',
		labelNames: ['code'],
		registers: [registry],
	});
	const reloads = new Counter({
		name: 'gateway_supergraph_reloads_total',
		help: 'Supergraphs that were put in force while the gateway ran, and those that could not be.',
		labelNames: ['result'],
		registers: [registry],
	});
	const lookups = new Counter({
		name: 'gateway_cache_lookups_total',
		help: 'Entities and root answers that were looked up, by where they were found: in this process, on their way for another request, in Redis (shared), or not (missed). What may not be kept is not counted.',
		labelNames: ['subgraph', 'lookup'],
		registers: [registry],
	});
	const names = new Set<string>();
	const label = (name: string) => {
		if (names.size < mostNames) names.add(name);
		return names.has(name) ? name : '(other)';
	};
	return {
		registry,
		countOperation(name, failed, seconds) {
			const operation = name ? label(name) : '(unnamed)';
			operations.observe({ operation, result: failed ? 'errors' : 'ok' }, seconds);
		},
		countRefusal: (code) => refusals.inc({ code }),
		countLookups: (subgraph, lookup, count) => lookups.inc({ subgraph, lookup }, count),
		countReload: (result) => reloads.inc({ result }),
		countSubscription: (change) => subscriptions.inc(change),
		countUpstreamSubscription: (change) => upstreamSubscriptions.inc(change),
		countFetch: (subgraph, result, seconds) => fetches.observe({ subgraph, result }, seconds),
	};
}
