import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { Acknowledger } from './acknowledger.ts';
import { consumerMetrics } from './consumer-metrics.ts';
import { Dispatcher } from './dispatcher.ts';
import { Doorbell } from './doorbell.ts';
import { typeIn } from './envelope.ts';
import { Group } from './group.ts';
import { showGroup } from './group-gauges.ts';
import type { Handler } from './handler.ts';
import { Leftovers } from './leftovers.ts';
import { Reader } from './reader.ts';
import { settle } from './settle.ts';
import type { Membership } from './streams.ts';

export { type Handler, on } from './handler.ts';

/** What is consumed, as whom, and how patiently. */
export type ConsumerOptions = Membership & {
	redis: Redis;
	/** Names this replica; the same again after a restart, so that it finds what it left unfinished. */
	consumer: string;
	handlers: Handler[];
	logger: Logger;
	/** While fewer subjects than this are at work, as many events are taken; those of one subject go one by one. */
	concurrency?: number;
	/** After this many failed tries an event goes to the dead letters. */
	maxTries?: number;
	/**
	 * So many processes in a row may end while they try an event; then it goes to the dead letters. High, since a
	 * process is mostly ended from outside, and a try that ends with an error starts the count anew.
	 */
	maxDeliveries?: number;
	/** How often to look for what a dead replica left, and to tell that this one lives. */
	claimEveryMs?: number;
	/** How long an event must lie untouched before it counts as left by the dead. */
	claimIdleMs?: number;
	/** Where the consumer's figures are kept: the service's registry. */
	metrics?: Registry;
};

const pollMs = 2_000;

/**
 * Consumes a stream as a member of a group: when the channel rings for an event it handles, on start, on reconnect and
 * every two seconds it takes what is new; on start and on reconnect first what it was given and left unfinished; what
 * a dead replica left is claimed after a minute. An event is acknowledged when its handler has finished; a failing one
 * is tried again with growing pauses and goes to the stream's dead letters in the end, as does one in a version that
 * is not known here.
 *
 * @returns the running consumer; disposing it lets the handlers in hand finish
 */
export async function startConsumer(options: ConsumerOptions): Promise<AsyncDisposable> {
	const { stream, logger, metrics, concurrency = 16, maxTries = 12, maxDeliveries = 50 } = options;
	const { claimEveryMs = 5_000, claimIdleMs = 60_000 } = options;
	const handlers = new Map(options.handlers.map((handler) => [handler.definition.type, handler]));
	// Reading must not wait behind the service's other commands, nor they behind it.
	const redis = options.redis.duplicate({ lazyConnect: false });
	redis.on('error', () => {});
	const group = new Group(redis, stream, options.group, options.consumer);
	await group.ensure();

	const ending = new AbortController();
	const stopping = ending.signal;
	const measured = consumerMetrics(metrics, stream, options.group);
	const how = {
		redis,
		member: options,
		group,
		handlers,
		maxTries,
		maxDeliveries,
		measured,
		logger,
		stopping,
	};
	const acknowledger = new Acknowledger(group, stopping);
	const dispatcher = new Dispatcher(
		(entry, onTried) => settle(entry, how, onTried),
		acknowledger,
		concurrency,
		() => reader.ring(),
	);
	const reader = new Reader({
		group,
		dispatcher,
		acknowledger,
		leftovers: new Leftovers(group, dispatcher, stopping),
		isForeign: ({ event }) => event !== undefined && !handlers.has(event.type),
		count: concurrency,
		logger: logger.child({ stream }),
		stopping,
	});

	let isTakingOver = false;
	async function takeOver(): Promise<void> {
		// A Redis that is away would collect a command for every time.
		if (isTakingOver) return;
		isTakingOver = true;
		try {
			// What is in hand may take long, by tries and pauses: its time starts anew, so that nobody takes it over.
			await group.renew([...dispatcher.inHand]);
			if (!dispatcher.hasRoom) return;
			for (const entry of await group.claimIdle(claimIdleMs, concurrency)) void dispatcher.dispatch(entry);
		} catch (error) {
			await reader.onError(error);
		} finally {
			isTakingOver = false;
		}
	}

	const doorbell = await Doorbell.open(options.redis, stream, (text) => {
		const type = text === undefined ? undefined : typeIn(text);
		// What is foreign is acknowledged in passing: at the next ring for this consumer, or the next poll.
		if (type === undefined || handlers.has(type)) reader.ring();
	});
	redis.on('ready', () => reader.ringAfterLoss());
	const poll = setInterval(() => reader.ring(), pollMs);
	const claim = setInterval(() => void takeOver(), claimEveryMs);
	const shown = metrics && showGroup(metrics, redis, options);
	reader.ring();

	return {
		async [Symbol.asyncDispose]() {
			clearInterval(poll);
			clearInterval(claim);
			ending.abort();
			doorbell.close();
			shown?.[Symbol.dispose]();
			// Without waiting for a Redis that is away: what is not acknowledged is delivered again.
			await Promise.race([
				Promise.all([reader.finish(), dispatcher.finish()]).then(() => acknowledger.finish()),
				new Promise((resolve) => setTimeout(resolve, 2_000).unref()),
			]);
			redis.disconnect();
		},
	};
}
