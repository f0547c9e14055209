import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { loadCommands } from './engine/command-table.ts';
import { Engine } from './engine/engine.ts';
import { createServer } from './server.ts';
import { LogStorage } from './storage/log-storage.ts';
import { MemoryStorage } from './storage/storage.ts';

export interface RedisOptions {
	/** Where the data is kept; in memory alone when undefined. */
	readonly dir?: string | undefined;
	/** 0, the default, takes a free one. */
	readonly port?: number | undefined;
	/** Default 127.0.0.1. */
	readonly host?: string | undefined;
	/** NORMAL, the default, survives the death of the process; FULL also that of the machine, and costs an fsync. */
	readonly synchronous?: 'NORMAL' | 'FULL' | undefined;
	/** Bytes above which writes are refused; 0, the default: what V8 can take. */
	readonly maxmemory?: number | undefined;
}

export interface EmbeddedRedis extends AsyncDisposable {
	readonly port: number;
	/** `redis://host:port` */
	readonly url: string;
	/** Commits what is left, closes every connection and the files. */
	close(): Promise<void>;
	/** Settles when it is closed, by `close` or by SHUTDOWN. */
	readonly closed: Promise<void>;
}

/** So long clients may take to read their last replies. */
const GRACE_MS = 1000;
const EXPIRY_INTERVAL_MS = 100;
/** Connections that may wait to be accepted: a thousand clients that reconnect at once are to find room. */
const BACKLOG = 4096;

/**
 * Starts a Redis in this process. Rejects with the error of the socket (`EADDRINUSE`) or with a `StorageError`
 * that says in a line why the folder cannot be used.
 */
export async function startRedis({
	dir,
	port = 0,
	host = '127.0.0.1',
	synchronous,
	maxmemory = 0,
}: RedisOptions = {}): Promise<EmbeddedRedis> {
	const commands = await loadCommands();
	const engine = new Engine(
		commands,
		dir === undefined ? new MemoryStorage() : new LogStorage(dir, synchronous),
	);
	engine.memory.limit = maxmemory;
	const server = createServer(engine);
	server.listen({ port, host, backlog: BACKLOG });
	try {
		await once(server, 'listening');
	} catch (cause) {
		engine.close();
		throw cause;
	}
	engine.port = (server.address() as AddressInfo).port;
	const expiry = setInterval(() => engine.expire(), EXPIRY_INTERVAL_MS).unref();
	const { promise: closed, resolve } = Promise.withResolvers<void>();
	const close = () => {
		clearInterval(expiry);
		server.close(() => resolve());
		engine.close();
		for (const client of engine.clients.values()) {
			client.closing = true;
			client.transport.end();
		}
		setTimeout(() => {
			for (const client of engine.clients.values()) client.transport.destroy();
		}, GRACE_MS).unref();
		return closed;
	};
	let closing: Promise<void> | undefined;
	const closeOnce = () => (closing ??= close());
	engine.shutDown = () => void closeOnce();
	return {
		port: engine.port,
		url: `redis://${host}:${engine.port}`,
		closed,
		close: closeOnce,
		[Symbol.asyncDispose]: closeOnce,
	};
}
