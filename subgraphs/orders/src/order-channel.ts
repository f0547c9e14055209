/** The Pub/Sub channel that rings when one order changes, for those who watch it. */
export function orderChannel(orderId: string): string {
	return `orders.changed.${orderId}`;
}
