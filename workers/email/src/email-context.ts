import type { FileStore } from '@infinite-blob/files/file-store';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import type { Mailer } from './sending/mailer.ts';

/** What mails are made of and sent with. */
export interface EmailContext {
	redis: Redis;
	files: FileStore;
	mailer: Mailer;
	/** Lets as many mails be made at a time as there are connections to the mail server. */
	slots: <Result>(work: () => Promise<Result>) => Promise<Result>;
	/** Names this replica. */
	replica: string;
	/** How long a replica that died keeps others from sending its mail. */
	leaseMs: number;
	logger: Logger;
	/** Signs the access tokens in links. */
	linkSecret: string;
	storefrontUrl: string;
	/** Epoch milliseconds. */
	clock: () => number;
}
