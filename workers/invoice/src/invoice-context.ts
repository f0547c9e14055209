import type { FileStore } from '@infinite-blob/files/file-store';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Seller } from './invoice.ts';
import type { InvoiceRepository } from './invoice-repository.ts';

/** What the handlers work with. */
export interface InvoiceContext {
	redis: Redis;
	invoices: InvoiceRepository;
	files: FileStore;
	seller: Seller;
	/** Epoch milliseconds. */
	clock: () => number;
}
