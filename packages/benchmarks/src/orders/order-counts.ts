import type { Redis } from '@infinite-blob/redis/connect';

const statuses = ['PLACED', 'PAID', 'INVOICED', 'COMPLETED', 'DECLINED', 'CANCELLED', 'REFUNDED'] as const;

export type OrderCounts = Record<(typeof statuses)[number], number>;

/** How many orders stand at each status, by the index of the orders service. */
export async function countOrders(redis: Redis): Promise<OrderCounts> {
	const counts = await Promise.all(
		statuses.map(async (status) => {
			const [count] = (await redis.call(
				'FT.SEARCH',
				'orders:order:index',
				`@status:{${status}}`,
				'LIMIT',
				0,
				0,
			)) as [number];
			return [status, count] as const;
		}),
	);
	return Object.fromEntries(counts) as OrderCounts;
}
