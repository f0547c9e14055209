import { createTransport } from 'nodemailer';
import { oneLine } from './mail/one-line.ts';

export interface OutgoingMail {
	/** With its angle brackets. */
	messageId: string;
	to: { name: string; address: string };
	subject: string;
	text: string;
	html: string;
	attachments: { filename: string; content: Buffer; contentType: string }[];
}

/** The mail server will never take this mail to its recipient. The message is the server's reason. */
export class MailRefused extends Error {
	override name = 'MailRefused';
}

export interface Mailer extends Disposable {
	/** The host part of Message-IDs. */
	host: string;
	/**
	 * Resolves when the server has accepted the mail.
	 *
	 * @throws MailRefused, or anything else when trying again may help
	 */
	send(mail: OutgoingMail): Promise<void>;
}

interface SmtpError extends Error {
	code?: string;
	command?: string;
	responseCode?: number;
	response?: string;
}

/**
 * Sends mail over a few kept connections.
 *
 * @param url smtp(s)://user:password@host:port
 * @param from as in a From header: Name <address>
 */
export function createMailer(url: string, from: string): Mailer {
	const sender = from.slice(from.lastIndexOf('<') + 1, -1);
	const transport = createTransport({
		url,
		pool: true,
		maxConnections: 4,
		connectionTimeout: 10_000,
		greetingTimeout: 10_000,
		socketTimeout: 30_000,
		// Contents are given, never fetched.
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	// A kept connection that breaks is replaced at the next mail.
	transport.on('error', () => {});
	return {
		host: sender.slice(sender.indexOf('@') + 1),
		async send({ to, subject, ...mail }) {
			if (!isAddress(to.address)) throw new MailRefused('This is not an e-mail address.');
			try {
				await transport.sendMail({
					...mail,
					from,
					to: { name: oneLine(to.name), address: to.address },
					subject: oneLine(subject),
					envelope: { from: sender, to: [to.address] },
					headers: { 'Auto-Submitted': 'auto-generated' },
				});
			} catch (error) {
				const reason = finalRefusal(error as SmtpError);
				throw reason === undefined ? error : new MailRefused(reason, { cause: error });
			}
		},
		[Symbol.dispose]: () => transport.close(),
	};
}

/** One plain address: nothing in it may read as two, or as another header. */
function isAddress(text: string): boolean {
	return text.length <= 320 && /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u.test(text);
}

/** The server's reason when it refuses the recipient or the mail for good; a refused sender is ours to mend. */
function finalRefusal({ command, responseCode = 0, response, message }: SmtpError): string | undefined {
	const isFinal = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
	return isFinal ? oneLine(response ?? message) : undefined;
}
