/** A larger order is a collection, not a taste: pairs grow with the square. */
const mostProducts = 30;

/** Both directions of each pair of products that an order holds; of a very large order, of its first 30 products. */
export function coPurchases(productIds: Iterable<string>): [of: string, other: string][] {
	const distinct = [...new Set(productIds)].slice(0, mostProducts);
	return distinct.flatMap((id) =>
		distinct.filter((other) => other !== id).map((other): [string, string] => [id, other]),
	);
}
