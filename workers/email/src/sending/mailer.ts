import { PassThrough } from 'node:stream';
import type { Logger } from '@infinite-blob/service/logger';
import { createTransport } from 'nodemailer';
import { oneLine } from '../mail/one-line.ts';
import { Deadline, type MailPatience } from './deadline.ts';
import { finalRefusal, refusalOfShop, type SmtpError } from './smtp-refusal.ts';

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

/** How many mails are on their way at a time, each over a connection of its own, which is kept. */
export const connections = 4;

/**
 * Sends mail over a few kept connections.
 *
 * @param url smtp(s)://user:password@host:port
 * @param from as in a From header: Name <address>
 */
export function createMailer(url: string, from: string, logger: Logger, patience: MailPatience): Mailer {
	const sender = from.slice(from.lastIndexOf('<') + 1, -1);
	const transport = createTransport({
		url,
		pool: true,
		maxConnections: connections,
		connectionTimeout: 10_000,
		greetingTimeout: 10_000,
		// A mail that was given up must not arrive all the same.
		socketCloseTimeout: 0,
		// Trying again is the consumer's.
		maxRequeues: 1,
		// Contents are given, never fetched.
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	// A kept connection that breaks is replaced at the next mail.
	transport.on('error', () => {});
	const deadlines = new WeakMap<AbortSignal, Deadline>();
	transport.use('stream', ({ data, message }, done) => {
		const deadline = data.signal && deadlines.get(data.signal);
		message.transform(() => new PassThrough().once('end', () => deadline?.handedOver()));
		done();
	});
	let trouble: string | undefined;

	/** Once for each trouble: every mail that waits meets it again and again. */
	function noteTrouble(reason: string | undefined): void {
		if (reason === undefined || reason === trouble) return;
		logger.error({ reason }, 'the mail server refuses the shop: check SMTP_URL and MAIL_FROM; mails wait');
		trouble = reason;
	}

	return {
		host: sender.slice(sender.indexOf('@') + 1),
		async send({ to, subject, ...mail }) {
			if (!isAddress(to.address)) throw new MailRefused('This is not an e-mail address.');
			using deadline = new Deadline(patience);
			deadlines.set(deadline.signal, deadline);
			try {
				await transport.sendMail({
					...mail,
					from,
					to: { name: oneLine(to.name), address: to.address },
					subject: oneLine(subject),
					envelope: { from: sender, to: [to.address] },
					headers: { 'Auto-Submitted': 'auto-generated' },
					signal: deadline.signal,
				});
				trouble = undefined;
			} catch (error) {
				if (deadline.signal.aborted) throw deadline.signal.reason;
				const reason = finalRefusal(error as SmtpError);
				if (reason !== undefined) throw new MailRefused(reason, { cause: error });
				noteTrouble(refusalOfShop(error as SmtpError));
				throw error;
			}
		},
		[Symbol.dispose]: () => transport.close(),
	};
}

/** One plain address: nothing in it may read as two, or as another header. */
function isAddress(text: string): boolean {
	return text.length <= 320 && /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u.test(text);
}
