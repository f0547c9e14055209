import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { SmtpDialogue } from './smtp-dialogue.ts';

/**
 * How the mail server behaves: `works`; says nothing (`stalls`); breaks off at once (`refuses`); is busy (`busy`: 421);
 * takes the mail and breaks off before it says so (`cuts`).
 */
export type SmtpMood = 'works' | 'stalls' | 'refuses' | 'busy' | 'cuts';

/** A mail that the server took. */
export interface Acceptance {
	/** With its angle brackets. */
	messageId: string;
	/** The process that sent it. */
	sender: string;
	/** Epoch milliseconds. */
	at: number;
	/** Whether the sender was told. */
	told: boolean;
}

/** Stands between one sender of mail and the mail server. */
export class SmtpProxy implements AsyncDisposable {
	readonly #server: Server;
	readonly #pairs = new Map<Socket, Socket>();
	#mood: SmtpMood = 'works';
	readonly acceptances: Acceptance[] = [];
	/** Whether the server says of a recipient that now is not the time (450). */
	isBusyFor: (address: string) => boolean = () => false;

	/** The process that sends through it. */
	readonly sender: string;

	private constructor(sender: string, port: number) {
		this.sender = sender;
		this.#server = createServer((client) => this.#pass(client, port));
	}

	static async start(sender: string, port: number): Promise<SmtpProxy> {
		const proxy = new SmtpProxy(sender, port);
		await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
		return proxy;
	}

	get url(): string {
		return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	set mood(mood: SmtpMood) {
		this.#mood = mood;
		for (const [client, server] of this.#pairs) {
			if (mood === 'refuses') client.destroy();
			else if (mood === 'stalls') pause(client, server);
			else resume(client, server);
		}
	}

	/** The sender is dead: what the server says from now on reaches nobody, whatever is still on its way. */
	hangUp(): void {
		for (const client of this.#pairs.keys()) client.destroy();
	}

	#pass(client: Socket, port: number): void {
		client.on('error', () => {});
		if (this.#mood === 'refuses') return void client.destroy();
		if (this.#mood === 'busy') return void client.end('421 4.3.2 Busy, come back later\r\n');
		const server = connect(port, '127.0.0.1');
		const dialogue = new SmtpDialogue((address) => this.isBusyFor(address));
		this.#pairs.set(client, server);
		client.on('data', (data) => {
			const { pass, reply } = dialogue.said(data);
			if (pass.length > 0) server.write(pass);
			if (reply) client.write(reply);
		});
		server.on('data', (data) => {
			const messageId = dialogue.answered(data.toString('latin1'));
			if (messageId === undefined) return void client.write(withoutPipelining(data));
			// Between the server's word and the sender's ear.
			const told = this.#mood !== 'cuts' && !client.destroyed;
			this.acceptances.push({ messageId, sender: this.sender, at: Date.now(), told });
			if (told) return void client.write(data);
			client.destroy();
			server.destroy();
		});
		server.on('error', () => {});
		client.on('close', () => {
			// A mail that is with the server may still be taken: its last word is waited for.
			server.resume();
			if (!dialogue.awaitsAcceptance) server.destroy();
		});
		server.on('close', () => {
			client.destroy();
			this.#pairs.delete(client);
		});
		if (this.#mood === 'stalls') pause(client, server);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const sockets of this.#pairs) for (const socket of sockets) socket.destroy();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}

function pause(...sockets: Socket[]): void {
	for (const socket of sockets) socket.pause();
}

function resume(...sockets: Socket[]): void {
	for (const socket of sockets) socket.resume();
}

/** The sender is to wait for each answer: several commands at once could not be told apart. */
function withoutPipelining(answer: Buffer): Buffer {
	return Buffer.from(answer.toString('latin1').replace('250-PIPELINING\r\n', ''), 'latin1');
}
