import { scrapeReading } from '@infinite-blob/redis/scrape-reading';
import type { Redis } from 'ioredis';
import { Gauge, type Registry } from 'prom-client';
import { type GroupFigures, groupFigures } from './group-figures.ts';
import type { Membership } from './streams.ts';

const figures = {
	events_lag: { help: 'Events not yet given to the group.', of: 'lag' },
	events_pending: { help: 'Events given to the group and not yet acknowledged.', of: 'pending' },
	events_oldest_pending_seconds: {
		help: 'Age of the oldest event given and not yet acknowledged.',
		of: 'oldestPendingSeconds',
	},
	events_dead_letters: { help: 'Dead letters of the group that nobody has replayed.', of: 'deadLetters' },
} as const satisfies Record<string, { help: string; of: keyof GroupFigures }>;

type Labels = 'stream' | 'group';
type Read = () => Promise<void>;

/** What a scrape of a registry reads first. */
const readings = new WeakMap<Registry, Set<Read>>();

/**
 * Shows where a group stands, read from Redis at each scrape. While Redis does not answer, its gauges are left out
 * and the scrape goes on after a second at the most.
 *
 * @returns takes the group's gauges away again
 */
export function showGroup(metrics: Registry, redis: Redis, { stream, group }: Membership): Disposable {
	const reads = readings.get(metrics) ?? prepare(metrics);
	const labels = { stream, group };
	const figuresNow = scrapeReading(redis, () => groupFigures(redis, stream, Date.now(), group));

	async function read(): Promise<void> {
		const [found] = (await figuresNow()) ?? [];
		for (const [name, { of }] of Object.entries(figures)) {
			const gauge = metrics.getSingleMetric(name) as Gauge<Labels>;
			if (found) gauge.set(labels, found[of]);
			else gauge.remove(labels);
		}
	}

	reads.add(read);
	return {
		[Symbol.dispose]() {
			reads.delete(read);
			for (const name of Object.keys(figures))
				(metrics.getSingleMetric(name) as Gauge<Labels>).remove(labels);
		},
	};
}

function prepare(metrics: Registry): Set<Read> {
	const reads = new Set<Read>();
	readings.set(metrics, reads);
	let scrape: Promise<unknown> | undefined;
	// All gauges are collected at once: the first one reads for all.
	const collect = async () => {
		scrape ??= Promise.all([...reads].map((read) => read())).finally(() => {
			scrape = undefined;
		});
		await scrape;
	};
	for (const [name, { help }] of Object.entries(figures)) {
		new Gauge<Labels>({ name, help, labelNames: ['stream', 'group'], registers: [metrics], collect });
	}
	return reads;
}
