import { createLogger, type Logger } from '@infinite-blob/service/logger';
import { startService } from '@infinite-blob/service/start-service';
import { LiveUpdates } from './live-updates.ts';
import { MailFolder } from './mail-folder.ts';
import { Mailbox } from './mailbox.ts';
import { startSmtp } from './smtp.ts';
import { webPages } from './web.ts';

export interface MailCatcherOptions {
	host: string;
	/** 0 lets the system choose. */
	smtpPort: number;
	/** 0 lets the system choose. */
	uiPort: number;
	/** Where mails survive a restart; without it they are kept in memory alone. */
	folder?: string;
	logger?: Logger;
}

/** A running mail catcher. */
export interface MailCatcher extends AsyncDisposable {
	smtpPort: number;
	uiPort: number;
	/** `smtp://host:port` */
	smtpUrl: string;
	/** `http://host:port`, the web page; `/api/mails` below it. */
	url: string;
}

/**
 * Starts a mail server that delivers nothing and shows everything: SMTP on one port, a web page on the other.
 *
 * @throws the system's error, such as EADDRINUSE
 */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
	const { host, folder, logger = createLogger('mail-catcher') } = options;
	await using started = new AsyncDisposableStack();
	const mailbox = await Mailbox.open(folder === undefined ? undefined : new MailFolder(folder));
	const smtp = started.use(await startSmtp(host, options.smtpPort, mailbox));
	const updates = new LiveUpdates(mailbox);
	const service = started.use(
		await startService({
			name: 'mail-catcher',
			host,
			port: options.uiPort,
			logger,
			handle: webPages(mailbox, updates),
		}),
	);
	started.use(updates);
	const running = started.move();
	const { hostname } = new URL(service.url);
	return {
		smtpPort: smtp.port,
		uiPort: service.port,
		smtpUrl: `smtp://${hostname}:${smtp.port}`,
		url: service.url,
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}
