import { randomUUID } from 'node:crypto';
import { traceHeaders } from '@infinite-blob/telemetry/trace';
import { z } from 'zod';
import type { Stream } from './streams.ts';

/**
 * An event as it travels, on the stream and on the channel alike: what happened, to what, when, and what made it
 * happen. It says what is true for good: it is appended in the transaction that made it true, and never changed.
 */
export interface Envelope<Type extends string = string, Data = unknown> {
	/** Unique, `evt_…`: the same whenever the event is delivered again or replayed, so that effects can be told by it. */
	id: string;
	/** What happened, in the past tense after the one that says so: `order.paid`, `payment.charge_declined`. */
	type: Type;
	/**
	 * Of the data's form. It goes up when a consumer of the form before would go wrong with it; a field that is merely
	 * added leaves it. A consumer moves a version that it does not know to the dead letters, unhandled: to be replayed
	 * when a release that knows it runs.
	 */
	version: number;
	/** The id of the order or product it is about. A consumer handles the events of one subject one by one, in order. */
	subject: string;
	/** When it happened, in epoch milliseconds by the clock of who says so; not when it was delivered or replayed. */
	occurredAt: number;
	/** The id of the event that made this one happen, or of the request where the chain begins. */
	causation: string;
	/** The trace that it is a part of, as a header of W3C Trace Context; absent where what caused it is of none. */
	traceparent?: string;
	/** In the form of the type's definition; all that a consumer may need, so that none has to ask. */
	data: Data;
}

/** One kind of event: its name, the stream it travels on and the form of its data. */
export interface EventDefinition<Type extends string, Schema extends z.ZodType> {
	type: Type;
	stream: Stream;
	version: number;
	schema: Schema;
}

/** The data of an event. */
export type DataOf<Definition> =
	Definition extends EventDefinition<string, infer Schema> ? z.output<Schema> : never;

/** The envelope of an event. */
export type EventOf<Definition> =
	Definition extends EventDefinition<infer Type, infer Schema> ? Envelope<Type, z.output<Schema>> : never;

/** Defines a kind of event. */
export function defineEvent<Type extends string, Schema extends z.ZodType>(
	stream: Stream,
	type: Type,
	schema: Schema,
	version = 1,
): EventDefinition<Type, Schema> {
	return { type, stream, version, schema };
}

/**
 * Makes an event.
 *
 * @param subject the id of what it is about
 * @param causation the id of the event or request that made it happen
 * @param now epoch milliseconds
 */
export function makeEvent<Type extends string, Schema extends z.ZodType>(
	definition: EventDefinition<Type, Schema>,
	subject: string,
	data: z.output<Schema>,
	causation: string,
	now: number,
): Envelope<Type, z.output<Schema>> {
	const { type, version } = definition;
	const { traceparent } = traceHeaders();
	const trace = traceparent === undefined ? {} : { traceparent };
	return { id: `evt_${randomUUID()}`, type, version, subject, occurredAt: now, causation, ...trace, data };
}

const envelopeSchema = z.object({
	id: z.string(),
	type: z.string(),
	version: z.int(),
	subject: z.string(),
	occurredAt: z.number(),
	causation: z.string(),
	traceparent: z.string().optional(),
	data: z.unknown(),
});

/** @throws when the text is no envelope */
export function parseEnvelope(text: string): Envelope {
	return envelopeSchema.parse(JSON.parse(text)) as Envelope;
}

/**
 * The type of an event, from the beginning of its text, which is much cheaper than to parse it.
 *
 * @returns nothing when the text does not begin as `makeEvent` makes it
 */
export function typeIn(text: string): string | undefined {
	return /^\{"id":"[^"]*","type":"([^"\\]*)"/.exec(text)?.[1];
}
