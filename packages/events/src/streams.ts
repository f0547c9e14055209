/**
 * The streams, each with the Pub/Sub channel of its name, and the groups that consume it, each named after its
 * service. A stream is trimmed only when all of its groups exist and have acknowledged: a new consumer is added here
 * first.
 */
export const streamGroups = {
	'orders.events': ['orders', 'payment', 'invoice', 'email', 'cart', 'products', 'recommendations'],
	'products.events': ['recommendations', 'ads'],
} as const;

/** A stream and the Pub/Sub channel of the same name. */
export type Stream = keyof typeof streamGroups;

/** All streams. */
export const streams = Object.keys(streamGroups) as Stream[];

/** The name of a group that consumes a stream. */
export type GroupOf<S extends Stream = Stream> = S extends Stream ? (typeof streamGroups)[S][number] : never;

/** A stream and one of its groups. */
export type Membership = { [S in Stream]: { stream: S; group: GroupOf<S> } }[Stream];
