import { z } from 'zod';

/**
 * The channel on which products tells whose download counts have grown, as a JSON list of ids: for caches, which may
 * miss it. It is no event, since nothing is to be done about it.
 */
export const countedChannel = 'products.counted';

const ids = z.array(z.string());

/** The ids of the products in a message. @throws when it is none */
export function countedIn(text: string): string[] {
	return ids.parse(JSON.parse(text));
}
