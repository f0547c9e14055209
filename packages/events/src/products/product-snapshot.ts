import { z } from 'zod';

/** A product as its events carry it. */
export const productSnapshot = z.object({
	id: z.string(),
	handle: z.string(),
	name: z.string(),
	description: z.string(),
	tags: z.array(z.string()),
	/** USD minor units. */
	price: z.int(),
	available: z.boolean(),
	createdAt: z.number(),
	/** Goes up with each change: an older snapshot must not overwrite a newer one. */
	version: z.int(),
});

export type ProductSnapshot = z.output<typeof productSnapshot>;
