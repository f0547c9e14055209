import type { z } from 'zod';
import type { Envelope, EventDefinition } from './envelope.ts';

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
