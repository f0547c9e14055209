import { appendTo } from '@infinite-blob/events/append';
import type { Envelope } from '@infinite-blob/events/envelope';
import type { Redis } from '@infinite-blob/redis/connect';
import { execute } from '@infinite-blob/redis/execute';

/** A mail that is done: accepted by the mail server, or refused for good. */
export interface MailRecord {
	/** With its angle brackets. */
	messageId: string;
	/** The version of the order that it tells of. */
	version: number;
	/** Epoch milliseconds. */
	at: number;
	/** The server's reason, when it refused the mail. */
	refused?: string;
}

/** The mails of one order that are done, by name. */
export type SentMails = ReadonlyMap<string, MailRecord>;

const sentKey = (orderId: string): string => `email:sent:${orderId}`;

export async function readSentMails(redis: Redis, orderId: string): Promise<SentMails> {
	const fields = await redis.hgetall(sentKey(orderId));
	return new Map(Object.entries(fields).map(([name, text]) => [name, JSON.parse(text) as MailRecord]));
}

/** Notes that a mail is done and reports it, in one step; a record that exists stays as it is. */
export async function recordMail(
	redis: Redis,
	orderId: string,
	name: string,
	record: MailRecord,
	report: Envelope | undefined,
): Promise<void> {
	const multi = redis.multi().hsetnx(sentKey(orderId), name, JSON.stringify(record));
	await execute(report ? appendTo(multi, 'orders.events', report) : multi);
}
