/** Which generations of keys there are, as JSON: see `Generations`. */
export const generationsKey = 'recommendations:generations';
/** Who rebuilds, for as long as it lives. */
export const rebuildKey = 'recommendations:rebuild';

/** The keys of one generation: all that the service has learned, apart from what another generation has. */
export function keysOf(generation: number) {
	const prefix = `recommendations:${generation}:`;
	return {
		prefix,
		/** A product's newest version, as JSON: see `KnownProduct`. */
		product: (id: string) => `${prefix}product:${id}`,
		/** A stream: the ids of products that changed of late, in the batches in which they did. */
		changed: `${prefix}changed`,
		/** Ids of the products on sale by when they came. */
		onSale: `${prefix}on-sale`,
		/** Ids by how much they were bought of late. */
		trending: `${prefix}trending`,
		/** Ids bought together with a product, by the number of orders. */
		bought: (id: string) => `${prefix}bought:${id}`,
		/** A hash: how many orders held a product. */
		sold: `${prefix}sold`,
		/** How many orders were counted. */
		orders: `${prefix}orders`,
		/** The orders that have been counted, in many small sets: see `orderRecord`. */
		counted: (bucket: string) => `${prefix}counted:${bucket}`,
	};
}

export type GenerationKeys = ReturnType<typeof keysOf>;
