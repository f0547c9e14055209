import { constants } from 'node:buffer';
import { error, type Protocol, type Receiver } from '../protocol/reply.ts';
import type { Command } from './command.ts';
import type { Engine } from './engine.ts';
import type { Keyspace } from './keyspace.ts';

/** A client that does not read its messages is dropped when so many bytes wait for it. */
export const MAX_UNREAD = 32 * 1024 * 1024;
/** What would make a string longer than this is sent by itself: added to another it could be too long for one. */
const LARGE = 1024 * 1024;

/** How a client's replies leave. */
export interface Transport {
	write(data: string): void;
	/** Closes after what was written has left. */
	end(): void;
	/** Closes at once. */
	destroy(): void;
	/** Where both ends are, as CLIENT LIST prints it. */
	readonly address: string;
}

/** What a connected client has said about itself, and the replies on their way to it. */
export class Client implements Receiver {
	readonly engine: Engine;
	readonly id: number;
	readonly transport: Transport;
	readonly connectedAt: number;
	activeAt: number;
	protocol: Protocol = 2;
	name = '';
	library = '';
	libraryVersion = '';
	lastCommand: Command | undefined;
	/** How many of the coming replies it does not want. */
	muted = 0;
	/** Commands queued since MULTI. */
	queue: { readonly command: Command; readonly args: readonly string[] }[] | undefined;
	/** A command was refused while queuing: EXEC will not run. */
	queueBroken = false;
	/** A watched key was touched. */
	touched = false;
	readonly watched = new Set<string>();
	readonly channels = new Set<string>();
	readonly patterns = new Set<string>();
	/** Ends the waiting of a blocked client, with what a timeout answers unless a reply is given. */
	unblock: ((reply?: string) => void) | undefined;
	/** Goes on with the commands that came while it was blocked. */
	resume: () => void = () => {};
	/** Inside EXEC: blocking commands do not block. */
	inTransaction = false;
	closing = false;
	/** A command of its own is under way: the messages it publishes come after the reply. */
	executing = false;
	private ownMessages: string[] = [];
	/** What has seen nothing but what is committed. */
	private ready = '';
	/** What came after it, and how many replies are in that. */
	private held = '';
	private heldReplies = 0;

	constructor(engine: Engine, id: number, transport: Transport) {
		this.engine = engine;
		this.id = id;
		this.transport = transport;
		this.connectedAt = this.activeAt = engine.db.now;
	}

	get db(): Keyspace {
		return this.engine.db;
	}
	get subscriptions(): number {
		return this.channels.size + this.patterns.size;
	}

	/** Forgets what was queued since MULTI, and what was watched for it. */
	endTransaction(): void {
		this.queue = undefined;
		this.queueBroken = false;
		this.engine.unwatch(this);
	}

	/** Hands over the reply to the command under way, if it has one yet, and the messages that waited for it. */
	answer(reply: string | undefined): void {
		this.executing = false;
		if (reply !== undefined) {
			if (this.muted > 0) this.muted--;
			else this.reply(reply);
		}
		if (this.ownMessages.length > 0) for (const message of this.ownMessages.splice(0)) this.push(message);
	}
	/** Hands over a reply. It leaves after the commit of whatever it may have seen. */
	reply(data: string): void {
		const fits = this.held.length + data.length <= constants.MAX_STRING_LENGTH;
		if (this.add(fits ? data : error('ERR the reply is too large'))) this.heldReplies++;
	}
	/** Hands over a message that answers no command. Who does not read them is dropped. */
	push(data: string): void {
		if (this.executing) {
			this.ownMessages.push(data);
			return;
		}
		if (this.closing) return;
		this.add(data);
		if (this.waiting > MAX_UNREAD) this.drop();
		else this.engine.awaitCommit(this);
	}
	/** How many bytes wait to leave. */
	get waiting(): number {
		return this.ready.length + this.held.length;
	}
	/** Sends it all: whatever it may have seen is committed. */
	flush(): void {
		if (this.waiting > LARGE) this.sendReady();
		this.ready += this.held;
		this.held = '';
		this.heldReplies = 0;
		this.sendReady();
		if (this.closing) this.transport.end();
	}
	/** The commit failed: replies that waited for it become errors with the reason, messages are dropped. */
	fail(reason: string): void {
		this.ready += error(reason).repeat(this.heldReplies);
		this.held = '';
		this.heldReplies = 0;
	}

	private sendReady(): void {
		const data = this.ready;
		this.ready = '';
		if (data !== '') this.transport.write(data);
	}
	private drop(): void {
		this.closing = true;
		this.ready = this.held = '';
		this.heldReplies = 0;
		this.transport.destroy();
	}

	/** Whether what is added waits for a commit. */
	private add(data: string): boolean {
		const held = this.db.dirty || this.held !== '';
		if (held) this.held += data;
		else {
			if (this.ready.length + data.length > LARGE) this.sendReady();
			this.ready += data;
		}
		return held;
	}
}
