import { error, RedisError } from '../protocol/reply.ts';
import { SearchIndexes } from '../search/search-indexes.ts';
import type { Storage } from '../storage/storage.ts';
import { Client, type Transport } from './client.ts';
import type { Command } from './command.ts';
import { type CommandTable, withArguments } from './command-table.ts';
import { Keyspace } from './keyspace.ts';
import { Memory } from './memory.ts';
import { Multimap } from './multimap.ts';
import { PubSub } from './pubsub.ts';
import { Scans } from './scan.ts';
import { WaitingRoom } from './waiting.ts';

const MISCONF =
	'MISCONF Redis is configured to persist data, but it is currently unable to write to disk. ' +
	'Commands that may modify the data set are disabled. Please check the log for details about the error.';
const OOM = "OOM command not allowed when used memory > 'maxmemory'.";
const RETRY_AFTER_MS = 1000;
const EXPIRY_MS = 25;

/** Executes commands on the data, and lets replies leave when the data is committed. */
export class Engine {
	readonly db = new Keyspace();
	readonly search = new SearchIndexes(this.db);
	readonly pubsub = new PubSub();
	readonly waiting = new WaitingRoom();
	readonly scans = new Scans();
	readonly memory = new Memory();
	readonly clients = new Map<number, Client>();
	readonly watchers = new Multimap<Client>();
	readonly startedAt = Date.now();
	readonly commands: CommandTable;
	/** The port it is served on, for INFO. */
	port = 0;
	/** Ends whatever serves it. */
	shutDown: () => void = () => {};
	/** How many entries a stream's node holds, since `~` trims whole nodes; 0: no bound. */
	streamNodeEntries = 100;
	commandsProcessed = 0;
	connectionsReceived = 0;
	private lastClientId = 0;
	private readonly storage: Storage;
	private readonly clock: () => number;
	private readonly unsent = new Set<Client>();
	private scheduled = false;
	/** Since when nothing could be committed; 0 while all is well. */
	private brokenSince = 0;

	constructor(commands: CommandTable, storage: Storage, clock: () => number = Date.now) {
		this.commands = commands;
		this.storage = storage;
		this.clock = clock;
		this.db.now = clock();
		storage.load(this.db, this.search);
		this.db.onTouch = (key, content) => {
			if (content) this.search.touch(key);
			this.waiting.touch(key);
			if (this.watchers.size > 0) for (const client of this.watchers.get(key) ?? []) client.touched = true;
		};
	}

	connect(transport: Transport): Client {
		this.connectionsReceived++;
		const client = new Client(this, ++this.lastClientId, transport);
		this.clients.set(client.id, client);
		return client;
	}

	disconnect(client: Client): void {
		this.clients.delete(client.id);
		this.unsent.delete(client);
		this.unwatch(client);
		this.pubsub.unsubscribeAll(client);
		client.unblock?.('');
	}

	/** Executes one command of a client and hands the reply over to it. */
	handle(client: Client, args: readonly string[]): void {
		this.db.now = this.clock();
		client.executing = true;
		client.answer(this.answer(() => this.dispatch(client, args)));
		this.waiting.serve();
	}

	/** Runs something that answers, with its RedisErrors as replies. */
	answer(run: () => string | undefined): string | undefined {
		try {
			return run();
		} catch (cause) {
			if (cause instanceof RedisError) return error(cause.message);
			if (cause instanceof RangeError) return error('ERR value is too large or nested too deeply');
			throw cause;
		}
	}

	/** Executes a command that nothing speaks against. */
	execute(command: Command, args: readonly string[], client: Client): string | undefined {
		this.commandsProcessed++;
		return command.run(args, client);
	}

	watch(client: Client, key: string): void {
		client.watched.add(key);
		this.watchers.link(key, client);
	}

	unwatch(client: Client): void {
		for (const key of client.watched) this.watchers.unlink(key, client);
		client.watched.clear();
		client.touched = false;
	}

	/**
	 * Sends a client's replies with the commit at the end of this tick: all clients' together, since to wake each alone
	 * costs more.
	 */
	awaitCommit(client: Client): void {
		this.unsent.add(client);
		this.schedule();
	}

	/** Removes keys whose time has come, for a quarter of the time until it is called again, as Redis does. */
	expire(): void {
		this.db.now = this.clock();
		const until = performance.now() + EXPIRY_MS;
		while (this.db.expireDue(1000) && performance.now() < until);
		this.waiting.serve();
		if (this.db.dirty) this.schedule();
	}

	/** Commits what has changed and lets the replies leave. */
	commit(): void {
		this.scheduled = false;
		this.search.refresh();
		if (this.db.dirty) {
			try {
				this.storage.commit(this.db, this.search);
				this.brokenSince = 0;
				this.db.frozen = false;
			} catch (cause) {
				this.brokenSince = this.clock();
				this.db.frozen = true;
				console.error(`redis-embedded: cannot write to disk: ${(cause as Error).message}`);
				this.storage.revert(this.db, this.search);
				for (const client of this.unsent) client.fail(MISCONF);
			}
		}
		const clients = [...this.unsent];
		this.unsent.clear();
		for (const client of clients) client.flush();
	}

	close(): void {
		this.commit();
		this.storage.close();
	}

	/** Whether commits fail: as long as the disk says so when it is asked again, each second. */
	private get broken(): boolean {
		if (this.brokenSince !== 0 && this.clock() - this.brokenSince >= RETRY_AFTER_MS) {
			try {
				this.storage.probe();
				this.brokenSince = 0;
			} catch {
				this.brokenSince = this.clock();
			}
		}
		return this.brokenSince !== 0;
	}

	/** Throws when a command is a write for which there is no room. */
	private refuseWrite({ write, frees }: Command): void {
		if (!write) return;
		if (!frees && this.memory.isFull()) throw new RedisError(OOM);
		if (this.broken) throw new RedisError(MISCONF);
	}

	/** The command that the words mean, if nothing speaks against executing it or queuing it. */
	private admit(client: Client, args: readonly string[]): Command {
		const command = this.commands.find(args);
		client.lastCommand = command;
		client.activeAt = this.db.now;
		if (client.protocol === 2 && client.subscriptions > 0 && !command.pubsub) {
			throw new RedisError(
				`ERR Can't execute '${withArguments(command)}': only (P|S)SUBSCRIBE / ` +
					'(P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context',
			);
		}
		this.refuseWrite(command);
		// What is queued takes memory, too.
		if (client.queue && !command.immediate && this.memory.isFull()) throw new RedisError(OOM);
		if (command.name === 'EXEC') for (const queued of client.queue ?? []) this.refuseWrite(queued.command);
		return command;
	}

	private dispatch(client: Client, args: readonly string[]): string | undefined {
		let command: Command;
		try {
			command = this.admit(client, args);
		} catch (cause) {
			if (client.queue) client.queueBroken = true;
			if (!/^exec$/i.test(args[0]!)) throw cause;
			client.endTransaction();
			const reason = (cause as Error).message.replace(/^ERR /, '');
			throw new RedisError(`EXECABORT Transaction discarded because of: ${reason}`);
		}
		if (client.queue && !command.immediate) {
			client.queue.push({ command, args });
			return '+QUEUED\r\n';
		}
		return this.execute(command, args, client);
	}

	private schedule(): void {
		if (this.scheduled) return;
		this.scheduled = true;
		setImmediate(() => this.commit());
	}
}
