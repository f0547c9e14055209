import DataLoader from 'dataloader';
import type { Order } from './domain/order.ts';
import type { DownloadCounts } from './download-counts.ts';
import type { OrderRepository } from './order-repository.ts';

/** Batches what one request reads of several orders. */
export interface OrderLoaders {
	order: DataLoader<string, Order | undefined>;
	/** Downloads taken, by line, of one order. */
	downloadsTaken: DataLoader<string, Record<string, string>>;
}

export function orderLoaders(orders: OrderRepository, downloads: DownloadCounts): OrderLoaders {
	return {
		order: new DataLoader((ids) => orders.findMany(ids)),
		downloadsTaken: new DataLoader((ids) => Promise.all(ids.map((id) => downloads.taken(id)))),
	};
}
