import type { Envelope, EventDefinition } from '@infinite-blob/events/envelope';
import type { IssuedDocument } from '@infinite-blob/events/orders/issued-document';
import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import type { z } from 'zod';
import type { MailContent } from '../mail/content.ts';
import type { MailRecord, SentMails } from '../sending/sent-mails.ts';

/** The data of every event that calls for a mail. */
interface OrderData {
	order: OrderSnapshot;
}

/** One kind of mail: the event that calls for it, and what it says. */
export interface MailKind<Data extends OrderData = OrderData> {
	definition: EventDefinition<string, z.ZodType<Data>>;
	/** Names the mail among those of its order; the same name is sent once. It is part of the Message-ID. */
	name: (order: OrderSnapshot) => string;
	content: (data: Data) => MailContent;
	/** @param sent the mails that the order had before */
	attachments?: (data: Data, sent: SentMails) => Attachment[];
	/** The event that tells the shop what came of it. */
	report?: (event: Envelope<string, Data>, mail: MailRecord, now: number) => Envelope;
}

/** A PDF that is sent along. */
export interface Attachment {
	filename: string;
	/** Its key in the file store. */
	file: string;
}

/** Says a kind of mail, with the types that its event has. Outside, a kind meets events of its definition alone. */
export function mailKind<Data extends OrderData>(kind: MailKind<Data>): MailKind {
	return kind as unknown as MailKind;
}

export function invoicePdf({ number, file }: IssuedDocument): Attachment {
	return { filename: `invoice-${number}.pdf`, file };
}

export function creditNotePdf({ number, file }: IssuedDocument): Attachment {
	return { filename: `credit-note-${number}.pdf`, file };
}
