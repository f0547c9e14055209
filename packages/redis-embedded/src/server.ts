import net from 'node:net';
import type { Engine } from './engine/engine.ts';
import { CommandParser } from './protocol/parser.ts';
import { error, RedisError } from './protocol/reply.ts';

/** A client that does not read its messages is dropped when so many bytes wait for it. */
const MAX_UNREAD = 32 * 1024 * 1024;
/** No more is read from a client while so many bytes of replies wait for it. */
const HIGH_WATER = 1024 * 1024;

/**
 * A client is dropped when so much came of a command that is not whole, or while it waits for something. Half of Redis's
 * `client-query-buffer-limit`.
 */
const MAX_QUERY = 512 * 1024 * 1024;

/** Serves an engine over TCP. */
export function createServer(engine: Engine): net.Server {
	return net.createServer({ noDelay: true }, (socket) => {
		const client = engine.connect({
			address:
				`addr=${socket.remoteAddress}:${socket.remotePort} ` +
				`laddr=${socket.localAddress}:${socket.localPort}`,
			write(data) {
				socket.write(data, 'latin1');
				if (socket.writableLength > MAX_UNREAD && client.subscriptions > 0) socket.destroy();
				else if (socket.writableLength > HIGH_WATER && client.subscriptions === 0 && !socket.isPaused()) {
					socket.pause();
					socket.once('drain', () => {
						socket.resume();
						proceed();
					});
				}
			},
			end: () => socket.destroySoon(),
			destroy: () => socket.destroy(),
		});
		const parser = new CommandParser();
		const proceed = () => {
			let full = false;
			try {
				while (!client.closing && client.unblock === undefined && !socket.isPaused() && !full) {
					const args = parser.next();
					if (args === undefined) break;
					engine.handle(client, args);
					full = client.waiting > HIGH_WATER;
				}
			} catch (cause) {
				if (!(cause instanceof RedisError)) console.error('redis-embedded: a command failed', cause);
				client.reply(error(cause instanceof RedisError ? cause.message : 'ERR internal error, see the log'));
				client.closing = true;
			}
			engine.awaitCommit(client);
			// After the commit that sends what there is.
			if (full) setImmediate(proceed);
		};
		client.resume = proceed;
		socket.on('data', (chunk) => {
			if (client.closing) return;
			parser.push(chunk);
			if (client.unblock === undefined) proceed();
			if (parser.size <= MAX_QUERY) return;
			console.error(
				`redis-embedded: dropped a client that had sent ${MAX_QUERY >> 20} MB and nothing that could be answered`,
			);
			socket.destroy();
		});
		socket.on('error', () => {});
		socket.on('close', () => {
			client.closing = true;
			engine.disconnect(client);
		});
	});
}
