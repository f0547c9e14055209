/** Both directions of each pair of products that an order holds. */
export function coPurchases(productIds: Iterable<string>): [of: string, other: string][] {
	const distinct = [...new Set(productIds)];
	return distinct.flatMap((id) =>
		distinct.filter((other) => other !== id).map((other): [string, string] => [id, other]),
	);
}
