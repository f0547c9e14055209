import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './mailbox.ts';
import { Refusal, refusalOf } from './refusal.ts';

/** A running SMTP server. Disposing it lets the mails in hand finish. */
export interface Smtp extends AsyncDisposable {
	port: number;
}

const sizeLimit = 25 * 1024 * 1024;

/**
 * Starts an SMTP server that accepts mail to anyone and puts it into the mailbox.
 *
 * @throws the system's error, such as EADDRINUSE
 */
export async function startSmtp(host: string, port: number, mailbox: Mailbox): Promise<Smtp> {
	const server = new SMTPServer({
		name: 'mail-catcher',
		banner: 'Infinite Blob mail catcher',
		size: sizeLimit,
		disabledCommands: ['STARTTLS', 'AUTH'],
		disableReverseLookup: true,
		closeTimeout: 2_000,
		onRcptTo({ address }, _session, done) {
			done(refusalOf(address));
		},
		onData(stream, { envelope }, done) {
			const from = envelope.mailFrom ? envelope.mailFrom.address : '';
			const to = envelope.rcptTo.map(({ address }) => address);
			buffer(stream)
				.then((raw) => {
					if (stream.sizeExceeded) throw new Refusal(552, '5.3.4 The mail is larger than 25 MB');
					return mailbox.add({ from, to }, raw);
				})
				.then(
					() => done(),
					(error: Error) => done(error),
				);
		},
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.off('error', reject);
			resolve();
		});
	});
	// Clients that break off in the middle are no concern of the server's.
	server.on('error', () => {});
	return {
		port: (server.server.address() as AddressInfo).port,
		[Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
	};
}
