import { append } from '@infinite-blob/events/append';
import { type EventOf, makeEvent } from '@infinite-blob/events/envelope';
import { confirmationRefused } from '@infinite-blob/events/orders/confirmation-refused';
import { confirmationSent } from '@infinite-blob/events/orders/confirmation-sent';
import type { orderInvoiced } from '@infinite-blob/events/orders/order-invoiced';
import { orderAccessToken } from '@infinite-blob/session/order-access';
import type { EmailContext } from '../email-context.ts';
import { confirmationSubject, describeConfirmation } from '../mail/confirmation.ts';
import { confirmationHtml } from '../mail/confirmation-html.ts';
import { confirmationText } from '../mail/confirmation-text.ts';
import { MailRefused, type OutgoingMail } from '../mailer.ts';
import { recordSent, wasSent } from '../sent-records.ts';

type OrderInvoiced = EventOf<typeof orderInvoiced>;

/** An invoiced order is confirmed by mail once; the report comes again when the event does. */
export async function sendConfirmation(context: EmailContext, event: OrderInvoiced): Promise<void> {
	const { redis, mailer, clock } = context;
	const orderId = event.data.order.id;
	// The same for the same order, so that mailboxes recognise a mail that a crash made us send twice.
	const messageId = `<confirmation.${orderId}@${mailer.host}>`;
	if (!(await wasSent(redis, messageId))) {
		try {
			await mailer.send(await composeConfirmation(context, event, messageId));
		} catch (error) {
			if (!(error instanceof MailRefused)) throw error;
			const report = { orderId, reason: error.message };
			await append(
				redis,
				'orders.events',
				makeEvent(confirmationRefused, orderId, report, event.id, clock()),
			);
			return;
		}
	}
	const report = makeEvent(confirmationSent, orderId, { orderId, messageId }, event.id, clock());
	await recordSent(redis, messageId, report, clock());
}

async function composeConfirmation(
	{ files, storefrontUrl, linkSecret }: EmailContext,
	{ data: { order, invoice } }: OrderInvoiced,
	messageId: string,
): Promise<OutgoingMail> {
	const token = orderAccessToken(order.id, linkSecret);
	const orderUrl = `${storefrontUrl}/orders/${encodeURIComponent(order.id)}?token=${token}`;
	const confirmation = describeConfirmation(order, invoice.number, orderUrl, storefrontUrl);
	const { firstName, lastName, email } = order.customer;
	return {
		messageId,
		to: { name: `${firstName} ${lastName}`, address: email },
		subject: confirmationSubject(confirmation),
		text: confirmationText(confirmation),
		html: confirmationHtml(confirmation),
		attachments: [
			{
				filename: `invoice-${invoice.number}.pdf`,
				content: await files.read(invoice.file),
				contentType: 'application/pdf',
			},
		],
	};
}
