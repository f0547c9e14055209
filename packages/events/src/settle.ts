import { continueTrace, type SpanDescription, SpanKind } from '@infinite-blob/telemetry/trace';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { ConsumerMetrics } from './consumer-metrics.ts';
import { writeDeadLetter } from './dead-letters.ts';
import type { Envelope } from './envelope.ts';
import type { Entry, Group } from './group.ts';
import type { Handler } from './handler.ts';
import { Hopeless } from './hopeless.ts';
import { retryDelay } from './retry-delay.ts';
import type { Membership } from './streams.ts';

/** What settling an entry takes. */
export interface Settling {
	redis: Redis;
	member: Membership;
	group: Group;
	/** By the type of their event. */
	handlers: Map<string, Handler>;
	maxTries: number;
	maxDeliveries: number;
	measured: ConsumerMetrics;
	logger: Logger;
	stopping: AbortSignal;
}

/**
 * Handles an entry until that succeeds, or moves it to the dead letters: at once when it can never be handled (Hopeless), else
 * after `maxTries` failures in this process, or when `maxDeliveries` processes in a row ended during a try.
 *
 * @param onTried called when the first try has ended without ending the process
 * @returns whether it remains to be acknowledged
 */
export async function settle(entry: Entry, how: Settling, onTried: () => void): Promise<boolean> {
	const { handlers, maxTries, maxDeliveries, measured, logger, stopping, group } = how;
	const type = entry.event?.type ?? 'none';
	const handler = handlers.get(type);
	if (entry.event && !handler) return true;
	if (entry.deliveries > maxDeliveries) {
		return bury(entry, new Error(`its handling ended the process ${maxDeliveries} times in a row`), how);
	}
	let event: Envelope;
	try {
		event = understand(entry, handler);
	} catch (error) {
		return bury(entry, error, how);
	}
	for (let tries = 1; !stopping.aborted; tries++) {
		const startedAt = performance.now();
		const took = () => (performance.now() - startedAt) / 1000;
		try {
			await continueTrace(event, spanOf(event, how), () => handler!.handle(event));
			measured.tried(type, 'handled', took());
			return true;
		} catch (error) {
			measured.tried(type, 'failed', took());
			if (tries >= maxTries || error instanceof Hopeless) return bury(entry, error, how);
			logger.warn({ err: error, event: event.id, type, tries }, 'handling failed; trying again');
			onTried();
			// It failed and the process lives: that it was in hand at a kill before was not its doing.
			if (entry.deliveries > 1) {
				entry.deliveries = 1;
				await group.forgive(entry.id).catch(() => {});
			}
			await retryDelay(tries, stopping);
		}
	}
	return false;
}

function spanOf({ id, type }: Envelope, { member: { stream, group } }: Settling): SpanDescription {
	const attributes = {
		'messaging.system': 'redis',
		'messaging.operation.type': 'process',
		'messaging.destination.name': stream,
		'messaging.consumer.group.name': group,
		'messaging.message.id': id,
	};
	return { name: `process ${type}`, kind: SpanKind.CONSUMER, attributes };
}

/** @throws when no try could succeed: no event, not in its form, or in a form that is not known here */
function understand({ id, event }: Entry, handler: Handler | undefined): Envelope {
	if (!event || !handler) throw new Error(`entry ${id} is no event`);
	const { definition } = handler;
	if (event.version !== definition.version) {
		throw new Error(
			`${event.type} came in version ${event.version}, but this service knows version ${definition.version}: ` +
				'start the release that knows it, then replay',
		);
	}
	return { ...event, data: definition.schema.parse(event.data) };
}

/** Writes the dead letter, however long Redis is away; what is not written before a stop is delivered again. */
async function bury(entry: Entry, error: unknown, how: Settling): Promise<false> {
	const { redis, member, measured, logger, stopping } = how;
	const type = entry.event?.type ?? 'none';
	logger.error({ err: error, event: entry.event?.id, type }, 'event goes to the dead letters');
	for (let tries = 1; !stopping.aborted; tries++) {
		try {
			await writeDeadLetter(redis, member, entry, error);
			measured.tried(type, 'dead');
			break;
		} catch (problem) {
			logger.warn({ err: problem, event: entry.event?.id }, 'the dead letter is not written yet');
			await retryDelay(tries, stopping);
		}
	}
	return false;
}
