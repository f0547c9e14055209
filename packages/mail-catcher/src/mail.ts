import PostalMime, { type Attachment } from 'postal-mime';

/** A caught mail, as `GET /api/mails` shows it. */
export interface Mail {
	id: string;
	messageId: string | null;
	/** When it was caught, ISO 8601. */
	date: string;
	/** The address that the envelope names. */
	from: string;
	/** The addresses that the envelope names, blind copies included. */
	to: string[];
	subject: string;
	text: string | null;
	html: string | null;
	attachments: AttachmentInfo[];
}

export interface AttachmentInfo {
	name: string;
	/** MIME type. */
	type: string;
	/** Bytes. */
	size: number;
}

/** A mail with what its attachments hold, in their order. */
export interface CaughtMail {
	mail: Mail;
	contents: Uint8Array[];
}

export interface MailEnvelope {
	from: string;
	to: string[];
}

/** Reads a mail in the form in which it travels (RFC 5322). Its number is when it was caught, in epoch milliseconds. */
export async function parseMail(id: string, envelope: MailEnvelope, raw: Uint8Array): Promise<CaughtMail> {
	const email = await PostalMime.parse(raw);
	const contents = email.attachments.map(bytesOf);
	const mail: Mail = {
		id,
		messageId: email.messageId ?? null,
		date: new Date(Number(id)).toISOString(),
		from: envelope.from,
		to: envelope.to,
		subject: email.subject ?? '',
		text: email.text ?? null,
		html: email.html ?? null,
		attachments: email.attachments.map(({ filename, mimeType }, index) => ({
			name: filename ?? `attachment-${index + 1}`,
			type: mimeType,
			size: contents[index]!.byteLength,
		})),
	};
	return { mail, contents };
}

function bytesOf({ content }: Attachment): Uint8Array {
	if (typeof content === 'string') return Buffer.from(content);
	return content instanceof Uint8Array ? content : new Uint8Array(content);
}
