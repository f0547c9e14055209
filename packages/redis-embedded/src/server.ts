import net from 'node:net';
import { MAX_UNREAD } from './engine/client.ts';
import type { Engine } from './engine/engine.ts';
import { CommandParser } from './protocol/parser.ts';
import { error, RedisError } from './protocol/reply.ts';

/** No more is read from a client while so many bytes of replies wait for it. */
const HIGH_WATER = 1024 * 1024;
/** So many commands of a client are executed before others have their turn. */
const MAX_IN_A_ROW = 1000;
/**
 * A client is dropped when so much came of a command that is not whole, or while it waits for something. Half of Redis's
 * `client-query-buffer-limit`.
 */
const MAX_QUERY = 512 * 1024 * 1024;

/** Serves an engine over TCP. */
export function createServer(engine: Engine): net.Server {
	// Who has sent all its commands may still wait for replies.
	return net.createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
		/** Replies wait for the client to read. */
		let stalled = false;
		/** Commands of it wait for their turn. */
		let queued = false;
		/** It sends no more. */
		let ended = false;
		const client = engine.connect({
			address:
				`addr=${socket.remoteAddress}:${socket.remotePort} ` +
				`laddr=${socket.localAddress}:${socket.localPort}`,
			write(data) {
				socket.write(data, 'latin1');
				if (client.subscriptions > 0) {
					if (socket.writableLength > MAX_UNREAD) socket.destroy();
				} else if (socket.writableLength > HIGH_WATER && !stalled) {
					stalled = true;
					socket.pause();
					socket.once('drain', () => {
						stalled = false;
						proceed();
					});
				}
			},
			end: () => socket.destroySoon(),
			destroy: () => socket.destroy(),
		});
		const parser = new CommandParser();
		const proceed = () => {
			if (queued) return;
			try {
				for (let done = 0; !client.closing && client.unblock === undefined && !stalled; done++) {
					queued = done === MAX_IN_A_ROW || client.waiting > HIGH_WATER;
					const args = queued ? undefined : parser.next();
					if (args === undefined) break;
					engine.handle(client, args);
				}
			} catch (cause) {
				if (!(cause instanceof RedisError)) console.error('redis-embedded: a command failed', cause);
				client.reply(error(cause instanceof RedisError ? cause.message : 'ERR internal error, see the log'));
				client.closing = true;
			}
			if (ended && !queued && !stalled) client.closing = true;
			engine.awaitCommit(client);
			if (queued || stalled) socket.pause();
			else if (socket.isPaused()) socket.resume();
			// After the commit that sends what there is.
			if (queued)
				setImmediate(() => {
					queued = false;
					proceed();
				});
		};
		client.resume = proceed;
		socket.on('data', (chunk) => {
			if (client.closing) return;
			parser.push(chunk);
			if (client.unblock === undefined) proceed();
			if (parser.size <= MAX_QUERY) return;
			console.error(
				`redis-embedded: dropped a client that had sent ${MAX_QUERY >> 20} MB which could not be answered yet`,
			);
			socket.destroy();
		});
		socket.on('end', () => {
			ended = true;
			proceed();
		});
		socket.on('error', () => {});
		socket.on('close', () => {
			client.closing = true;
			engine.disconnect(client);
		});
	});
}
