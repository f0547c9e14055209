import type { ConsumerOptions } from '@infinite-blob/events/consumer';
import { type MailPatience, mailPatience } from './sending/deadline.ts';

/** How long the worker waits for what does not come, in milliseconds and tries. */
export interface EmailPatience {
	mail: MailPatience;
	/** How long a replica that died keeps others from sending its mail. */
	leaseMs: number;
	consumer: Pick<ConsumerOptions, 'maxTries' | 'concurrency' | 'claimEveryMs' | 'claimIdleMs'>;
}

export const emailPatience: EmailPatience = {
	mail: mailPatience,
	leaseMs: 60_000,
	consumer: {
		// With pauses of 15 to 30 s between them: a mail server may be away for four hours.
		maxTries: 1_000,
		// Mails that wait for their next try take no connection, but a place among these: recipients whose servers say
		// "not now" for hours must not keep everybody else's mail back.
		concurrency: 256,
	},
};
