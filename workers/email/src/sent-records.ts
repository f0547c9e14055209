import { appendTo } from '@infinite-blob/events/append';
import type { Envelope } from '@infinite-blob/events/envelope';
import type { Redis } from '@infinite-blob/redis/connect';
import { execute } from '@infinite-blob/redis/execute';

const sentKey = (messageId: string): string => `email:sent:${messageId}`;

export async function wasSent(redis: Redis, messageId: string): Promise<boolean> {
	return (await redis.exists(sentKey(messageId))) === 1;
}

/** Notes that the mail server accepted a mail, and reports it, in one step; a record that exists stays as it is. */
export async function recordSent(
	redis: Redis,
	messageId: string,
	report: Envelope,
	now: number,
): Promise<void> {
	const multi = redis.multi().set(sentKey(messageId), JSON.stringify({ sentAt: now }), 'NX');
	await execute(appendTo(multi, 'orders.events', report));
}
