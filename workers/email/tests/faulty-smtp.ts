import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What the client just said: a command, or (CONTENT) the mail to its last dot. */
export type Said = 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'BYTES' | 'CONTENT';

/**
 * `take`: as a good server would. `silence`: no answer, nothing read any more. `keep` and `cut`: the mail is taken, but
 * the answer never comes, or the connection breaks before it. Anything else is said as it is.
 */
export type Reaction = 'take' | 'silence' | 'keep' | 'cut' | `${4 | 5}${string}`;

interface CaughtMail {
	messageId: string;
	to: string;
}

/** A mail server that fails as it is told. */
export interface FaultySmtp extends AsyncDisposable {
	url: string;
	/** What it took, oldest first. */
	mails: CaughtMail[];
	/** May be exchanged at any time. */
	react: (said: Said, to: string) => Reaction;
	/** What the answer to a mail waits for. */
	pause?: (() => Promise<void>) | undefined;
	/** Breaks all connections. */
	drop: () => void;
}

const answers: Record<Exclude<Said, 'BYTES'>, string> = {
	EHLO: '250-faulty\r\n250 AUTH PLAIN',
	AUTH: '235 Welcome',
	MAIL: '250 OK',
	RCPT: '250 OK',
	DATA: '354 Go on',
	CONTENT: '250 Taken',
};

export async function startFaultySmtp(
	react: FaultySmtp['react'] = () => 'take',
	port = 0,
): Promise<FaultySmtp> {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket)).on('error', () => {});
		serve(socket, smtp);
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const smtp: FaultySmtp = {
		url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
		mails: [],
		react,
		drop() {
			for (const socket of sockets) socket.destroy();
		},
		async [Symbol.asyncDispose]() {
			smtp.drop();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return smtp;
}

function serve(socket: Socket, smtp: FaultySmtp): void {
	let to = '';
	let content: string[] | undefined;

	function answer(said: Said): Reaction {
		const reaction = smtp.react(said, to);
		if (reaction === 'silence') socket.pause();
		else if (reaction === 'cut') socket.destroy();
		else if (reaction !== 'take' && reaction !== 'keep') socket.write(`${reaction}\r\n`);
		else if (reaction === 'take' && said !== 'BYTES') socket.write(`${answers[said]}\r\n`);
		return reaction;
	}

	async function finish(lines: string[]): Promise<void> {
		await smtp.pause?.();
		const messageId = lines.join('\n').match(/^Message-ID: (.*)$/im)?.[1] ?? '';
		const reaction = answer('CONTENT');
		if (reaction === 'take' || reaction === 'keep' || reaction === 'cut') smtp.mails.push({ messageId, to });
	}

	socket.write('220 faulty\r\n');
	createInterface(socket).on('line', (line) => {
		if (socket.isPaused() || socket.destroyed) return;
		if (content) {
			if (line === '.') {
				void finish(content);
				content = undefined;
			} else if (content.push(line) === 1) answer('BYTES');
			return;
		}
		const verb = line.slice(0, 4).toUpperCase();
		if (verb === 'RCPT') to = /<(.*?)>/.exec(line)?.[1] ?? '';
		if (verb === 'EHLO' || verb === 'AUTH' || verb === 'MAIL' || verb === 'RCPT') answer(verb);
		else if (verb === 'DATA') content = answer('DATA') === 'take' ? [] : undefined;
		else if (verb === 'QUIT') socket.end('221 Bye\r\n');
		else socket.write('250 OK\r\n');
	});
}
