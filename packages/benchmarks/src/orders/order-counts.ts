import type { Documents } from '@infinite-blob/redis/documents';

const index = 'orders:order:index';
const statuses = ['PLACED', 'PAID', 'INVOICED', 'COMPLETED', 'DECLINED', 'CANCELLED', 'REFUNDED'] as const;

type OrderCounts = Record<(typeof statuses)[number], number>;

/** How many orders stand at each status, by the index of the orders service. */
export async function countOrders({ client }: Documents): Promise<OrderCounts> {
	const counts = await Promise.all(
		statuses.map(async (status) => {
			const { total } = await client.ft.searchNoContent(index, `@status:{${status}}`, {
				LIMIT: { from: 0, size: 0 },
			});
			return [status, total] as const;
		}),
	);
	return Object.fromEntries(counts) as OrderCounts;
}

/** The ids of so many completed orders. */
export async function someCompleted({ client }: Documents, count: number): Promise<string[]> {
	const { documents } = await client.ft.searchNoContent(index, '@status:{COMPLETED}', {
		LIMIT: { from: 0, size: count },
	});
	return documents.map((key) => key.slice('orders:order:'.length));
}
