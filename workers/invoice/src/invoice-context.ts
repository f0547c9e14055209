import type { FileStore } from '@infinite-blob/files/file-store';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Seller } from './billing.ts';
import type { CreditNote } from './credit-note.ts';
import type { TaxSetting } from './included-tax.ts';
import type { Invoice } from './invoice.ts';
import type { NumberedRecords } from './numbered-records.ts';

/** What the handlers work with. */
export interface InvoiceContext {
	redis: Redis;
	invoices: NumberedRecords<Invoice>;
	creditNotes: NumberedRecords<CreditNote>;
	files: FileStore;
	seller: Seller;
	/** Missing where no tax is set. */
	tax?: TaxSetting;
	/** Epoch milliseconds. */
	clock: () => number;
}
