import { error, type Protocol, type Receiver } from '../protocol/reply.ts';
import type { Command } from './command.ts';
import type { Engine } from './engine.ts';
import type { Keyspace } from './keyspace.ts';

/** How a client's replies leave. */
export interface Transport {
	write(data: string): void;
	/** Closes after what was written has left. */
	end(): void;
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
	queue: (readonly string[])[] | undefined;
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
	private ready = '';
	private held: string[] = [];
	private heldPushes = new Set<number>();

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
		if (!this.db.dirty && this.held.length === 0) this.ready += data;
		else this.held.push(data);
	}
	/** Hands over a message that answers no command. */
	push(data: string): void {
		if (this.executing) {
			this.ownMessages.push(data);
			return;
		}
		if (this.db.dirty || this.held.length > 0) this.heldPushes.add(this.held.length);
		this.reply(data);
		this.engine.awaitCommit(this);
	}
	/** Sends what may leave; all of it once everything is committed. */
	flush(committed: boolean): void {
		if (committed && this.held.length > 0) {
			this.ready += this.held.length === 1 ? this.held[0] : this.held.join('');
			this.held = [];
			if (this.heldPushes.size > 0) this.heldPushes = new Set();
		}
		if (this.ready !== '') {
			const data = this.ready;
			this.ready = '';
			this.transport.write(data);
		}
		if (this.closing && this.held.length === 0) this.transport.end();
	}
	/** The commit failed: what waited for it is answered with the reason, messages are dropped. */
	fail(reason: string): void {
		for (let i = 0; i < this.held.length; i++) if (!this.heldPushes.has(i)) this.ready += error(reason);
		this.held = [];
		this.heldPushes.clear();
	}
	get waiting(): boolean {
		return this.held.length > 0;
	}
}
