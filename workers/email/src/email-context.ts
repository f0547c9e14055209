import type { FileStore } from '@infinite-blob/files/file-store';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Mailer } from './mailer.ts';

/** What the handlers work with. */
export interface EmailContext {
	redis: Redis;
	files: FileStore;
	mailer: Mailer;
	/** Signs the access tokens in links. */
	linkSecret: string;
	storefrontUrl: string;
	/** Epoch milliseconds. */
	clock: () => number;
}
