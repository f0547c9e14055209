import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { z } from 'zod';
import { consumerMetrics } from './consumer-metrics.ts';
import { deadLetter } from './dead-letters.ts';
import { Doorbell } from './doorbell.ts';
import type { Envelope, EventDefinition } from './envelope.ts';
import { type Entry, Group } from './group.ts';
import { showGroup } from './group-gauges.ts';
import { retryDelay } from './retry-delay.ts';
import type { Membership } from './streams.ts';

/** Handles one kind of event. It must be harmless to run twice: delivery is at least once. */
export interface Handler {
	definition: EventDefinition<string, z.ZodType>;
	handle: (event: Envelope) => Promise<unknown>;
}

/** Ties a handler to its event, so that the handler's argument has the event's type. */
export function on<Type extends string, Schema extends z.ZodType>(
	definition: EventDefinition<Type, Schema>,
	handle: (event: Envelope<Type, z.output<Schema>>) => Promise<unknown>,
): Handler {
	return { definition, handle: handle as Handler['handle'] };
}

/** What is consumed, as whom, and how patiently. */
export type ConsumerOptions = Membership & {
	redis: Redis;
	/** Names this replica; the same again after a restart, so that it finds what it left unfinished. */
	consumer: string;
	handlers: Handler[];
	logger: Logger;
	/** How many events are handled side by side; events of one subject never are. */
	concurrency?: number;
	/** After this many failed tries an event goes to the dead letters. */
	maxTries?: number;
	/** How often to look for what a dead replica left, and to tell that this one lives. */
	claimEveryMs?: number;
	/** How long an event must lie untouched before it counts as left by the dead. */
	claimIdleMs?: number;
	/** Where the consumer's figures are kept: the service's registry. */
	metrics?: Registry;
};

const pollMs = 2_000;

/**
 * Consumes a stream as a member of a group: on each ring of the channel, on start, on reconnect and every two seconds
 * it takes what is new; on start and on reconnect first what it was given and left unfinished; what a dead replica
 * left is claimed after a minute. An event is acknowledged when its handler has finished; a failing one is tried again
 * with growing pauses and goes to the stream's dead letters in the end.
 *
 * @returns the running consumer; disposing it lets the handlers in hand finish
 */
export async function startConsumer(options: ConsumerOptions): Promise<AsyncDisposable> {
	const { stream, logger, concurrency = 16, maxTries = 12 } = options;
	const { claimEveryMs = 5_000, claimIdleMs = 60_000 } = options;
	const handlers = new Map(options.handlers.map((handler) => [handler.definition.type, handler]));
	// Reading must not wait behind the service's other commands, nor they behind it.
	const redis = options.redis.duplicate({ lazyConnect: false });
	redis.on('error', () => {});
	const group = new Group(redis, stream, options.group, options.consumer);
	await group.ensure();

	const measured = consumerMetrics(options.metrics, stream, options.group);
	const shown = options.metrics && showGroup(options.metrics, redis, options);
	const stopping = new AbortController();
	const subjects = new Map<string, Promise<void>>();
	const inHand = new Set<string>();
	let drained: Promise<void> = Promise.resolve();
	let again = false;
	let draining = false;
	// Given to this consumer, but not known to have arrived: from before its start, or by an answer that was lost.
	let hasLeftovers = true;

	function ring(): void {
		again = true;
		if (!draining) drained = drain();
	}

	async function drain(): Promise<void> {
		draining = true;
		try {
			while (again && !stopping.signal.aborted) {
				again = false;
				if (hasLeftovers) {
					// Before the answer, so that a connection that breaks in the meantime is not forgotten.
					hasLeftovers = false;
					for (const entry of await group.readOwnPending()) dispatch(entry);
				}
				while (inHand.size < concurrency && !stopping.signal.aborted) {
					const entries = await group.readNew(concurrency - inHand.size);
					await group.acknowledge(entries.filter(isForeign).map((entry) => entry.id));
					for (const entry of entries) if (!isForeign(entry)) dispatch(entry);
					if (entries.length === 0) break;
				}
			}
		} catch (error) {
			// The answer that is missing may have given something.
			hasLeftovers = true;
			if (!stopping.signal.aborted) await onReadError(error);
		} finally {
			draining = false;
		}
	}

	async function onReadError(error: unknown): Promise<void> {
		// A Redis that lost its data, or was flushed, has lost the group too.
		if (/NOGROUP/.test(String(error))) await group.ensure().catch(() => {});
		else logger.warn({ err: error, stream }, 'reading the stream failed');
	}

	/** Events that other services consume: acknowledged together, since there is nothing to do. */
	function isForeign({ event }: Entry): boolean {
		return event !== undefined && !handlers.has(event.type);
	}

	function dispatch(entry: Entry): void {
		if (inHand.has(entry.id)) return;
		inHand.add(entry.id);
		const event = entry.event;
		const subject = event?.subject ?? entry.id;
		const before = subjects.get(subject) ?? Promise.resolve();
		const work = before
			.then(() => handle(entry))
			.finally(() => {
				const wasFull = inHand.size >= concurrency;
				inHand.delete(entry.id);
				if (subjects.get(subject) === work) subjects.delete(subject);
				if (wasFull) ring();
			});
		subjects.set(subject, work);
	}

	async function handle(entry: Entry): Promise<void> {
		const { id, event } = entry;
		for (let tries = 1; !stopping.signal.aborted; tries++) {
			const startedAt = performance.now();
			const took = () => (performance.now() - startedAt) / 1000;
			try {
				if (!event) throw new Error(`entry ${id} is no event`);
				const handler = handlers.get(event.type);
				if (handler) await handler.handle({ ...event, data: handler.definition.schema.parse(event.data) });
				measured.tried(event.type, 'handled', took());
				await group.acknowledge([id]);
				return;
			} catch (error) {
				measured.tried(event?.type ?? 'none', 'failed', took());
				if (tries >= maxTries || !event) {
					measured.tried(event?.type ?? 'none', 'dead');
					logger.error({ err: error, event: event?.id, type: event?.type }, 'event goes to the dead letters');
					await deadLetter(redis, stream, options.group, entry, error).catch((problem: unknown) =>
						logger.error({ err: problem }, 'the dead letter could not be written'),
					);
					return;
				}
				logger.warn(
					{ err: error, event: event.id, type: event.type, tries },
					'handling failed; trying again',
				);
				await retryDelay(tries, stopping.signal);
			}
		}
	}

	async function takeOver(): Promise<void> {
		try {
			// What is in hand may take long, by tries and pauses: its time starts anew, so that nobody takes it over.
			await group.renew([...inHand]);
			const room = concurrency - inHand.size;
			if (room < 1) return;
			for (const entry of await group.claimIdle(claimIdleMs, room)) dispatch(entry);
		} catch (error) {
			await onReadError(error);
		}
	}

	const doorbell = await Doorbell.open(options.redis, stream, ring);
	redis.on('ready', () => {
		hasLeftovers = true;
		ring();
	});
	const poll = setInterval(ring, pollMs);
	const claim = setInterval(() => void takeOver(), claimEveryMs);
	ring();

	return {
		async [Symbol.asyncDispose]() {
			clearInterval(poll);
			clearInterval(claim);
			stopping.abort();
			doorbell.close();
			shown?.[Symbol.dispose]();
			// Without waiting for a Redis that is away: what is not acknowledged is delivered again.
			await Promise.race([
				Promise.all([drained, ...subjects.values()]),
				new Promise((resolve) => setTimeout(resolve, 2_000).unref()),
			]);
			redis.disconnect();
		},
	};
}
