import { append } from '@infinite-blob/events/append';
import type { Envelope } from '@infinite-blob/events/envelope';
import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { orderAccessToken } from '@infinite-blob/session/order-access';
import type { EmailContext } from '../email-context.ts';
import type { Attachment, MailKind } from '../kinds/mail-kind.ts';
import type { MailContent } from '../mail/content.ts';
import { mailHtml } from '../mail/mail-html.ts';
import { mailText } from '../mail/mail-text.ts';
import { MailRefused, type OutgoingMail } from './mailer.ts';
import { whileLeased } from './sending-lease.ts';
import { type MailRecord, readSentMails, recordMail } from './sent-mails.ts';

type OrderEvent = Envelope<string, { order: OrderSnapshot }>;

/**
 * Sends the mail that an event calls for, unless that was done before: it is recorded, with its report, as soon as the
 * mail server has taken it or refused it for good. The report comes again when the event does.
 *
 * @throws whatever makes trying again sensible
 */
export async function sendMail(context: EmailContext, kind: MailKind, event: OrderEvent): Promise<void> {
	const { redis, slots, replica, leaseMs } = context;
	// Without a slot it would hold its attachments in memory, and a lease, for nothing.
	await slots(() =>
		whileLeased(redis, event.data.order.id, replica, leaseMs, () => sendOnce(context, kind, event)),
	);
}

async function sendOnce(context: EmailContext, kind: MailKind, event: OrderEvent): Promise<void> {
	const { redis, mailer, logger, clock } = context;
	const { order } = event.data;
	const name = kind.name(order);
	const sent = await readSentMails(redis, order.id);
	const before = sent.get(name);
	if (before) {
		const report = kind.report?.(event, before, clock());
		if (report) await append(redis, 'orders.events', report);
		return;
	}
	// A mail that waited, for a mail server or a replica, must not contradict what the customer knows already.
	const isOutdated = [...sent.values()].some(({ version, refused }) => version > order.version && !refused);
	if (isOutdated) {
		logger.info(
			{ order: order.id, mail: name },
			'a later mail of the order is out already; this one is not sent',
		);
		return;
	}
	// The same for the same mail, so that mailboxes recognise one that a crash made us send twice.
	const messageId = `<${mailId(name, order.id)}@${mailer.host}>`;
	const content = kind.content(event.data);
	const attachments = kind.attachments?.(event.data, sent) ?? [];
	const refused = await hand(context, await compose(context, order, messageId, content, attachments));
	if (refused !== undefined)
		logger.warn({ order: order.id, mail: name, reason: refused }, 'a mail is refused for good');
	const record: MailRecord = {
		messageId,
		version: order.version,
		at: clock(),
		...(refused !== undefined && { refused }),
	};
	await recordMail(redis, order.id, name, record, kind.report?.(event, record, clock()));
}

/** `confirmation` → confirmation.ORDER, `declined.2` → declined.ORDER.2 */
function mailId(name: string, orderId: string): string {
	const [kind, ...attempt] = name.split('.');
	return [kind, orderId, ...attempt].join('.');
}

/** Gives the server's reason when it refuses the mail for good. */
async function hand({ mailer }: EmailContext, mail: OutgoingMail): Promise<string | undefined> {
	try {
		await mailer.send(mail);
		return undefined;
	} catch (error) {
		if (error instanceof MailRefused) return error.message;
		throw error;
	}
}

async function compose(
	{ files, storefrontUrl, linkSecret }: EmailContext,
	order: OrderSnapshot,
	messageId: string,
	content: MailContent,
	attachments: Attachment[],
): Promise<OutgoingMail> {
	const token = orderAccessToken(order.id, linkSecret);
	const links = {
		order: `${storefrontUrl}/orders/${encodeURIComponent(order.id)}?token=${token}`,
		shop: storefrontUrl,
	};
	const { firstName, lastName, email } = order.customer;
	return {
		messageId,
		to: { name: `${firstName} ${lastName}`, address: email },
		subject: content.subject,
		text: mailText(content, links),
		html: mailHtml(content, links),
		attachments: await Promise.all(
			attachments.map(async ({ filename, file }) => ({
				filename,
				content: await files.read(file),
				contentType: 'application/pdf',
			})),
		),
	};
}
