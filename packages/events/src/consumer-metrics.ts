import { Counter, Histogram, type Registry } from 'prom-client';
import type { Stream } from './streams.ts';

/** How one try to handle an event went. */
export type Outcome = 'handled' | 'failed' | 'dead';

/** What a consumer reports of its work. */
export interface ConsumerMetrics {
	/** One try ended. @param seconds what the handler took; left out when none ran */
	tried(type: string, outcome: Outcome, seconds?: number): void;
}

const labelNames = ['stream', 'group', 'type'] as const;

/** Counts a consumer's work in a registry; the consumers of one service share the metrics there. */
export function consumerMetrics(
	metrics: Registry | undefined,
	stream: Stream,
	group: string,
): ConsumerMetrics {
	if (!metrics) return { tried() {} };
	const counter = (name: string, help: string) =>
		(metrics.getSingleMetric(name) as Counter<'stream' | 'group' | 'type'> | undefined) ??
		new Counter({ name, help, labelNames, registers: [metrics] });
	const counters = {
		handled: counter('events_handled_total', 'Events whose handling succeeded.'),
		failed: counter('events_failed_tries_total', 'Tries to handle an event that failed.'),
		dead: counter('events_dead_lettered_total', 'Events moved to the dead letters.'),
	};
	const name = 'events_handling_seconds';
	const seconds =
		(metrics.getSingleMetric(name) as Histogram<'stream' | 'group' | 'type'> | undefined) ??
		new Histogram({
			name,
			help: 'How long one try to handle an event took.',
			labelNames,
			buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
			registers: [metrics],
		});
	return {
		tried(type, outcome, took) {
			const labels = { stream, group, type };
			counters[outcome].inc(labels);
			if (took !== undefined) seconds.observe(labels, took);
		},
	};
}
