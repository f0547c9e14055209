import type { Logger } from '@infinite-blob/service/logger';
import type { WebSocket } from 'ws';

/** Sends on one socket. */
export interface BoundedSender {
	/** Cuts the socket off when too much waits for its reader. @returns whether the socket is still to be served */
	keepsUp(): boolean;
	/** @returns when the message has been handed on, or cannot be any more */
	send(data: string): Promise<void>;
	/** Answers a ping of the WebSocket protocol. */
	pong(data: Buffer): void;
}

const mostBytes = 4 * 1024 * 1024;
// Each of a socket’s operations has one on its way at a time; the states that it waits with give way to newer ones.
const mostMessages = 128;

/**
 * What waits for the other side of a socket to read is held in memory, so that one which asks and does not read could
 * fill it. It is cut off once more than 4 MiB or 128 messages wait. One message may be larger than that.
 */
export function boundedSender(socket: WebSocket, logger: Logger): BoundedSender {
	let messages = 0;

	function keepsUp(): boolean {
		if (socket.readyState !== socket.OPEN) return false;
		const bytes = socket.bufferedAmount;
		if (bytes <= mostBytes && messages <= mostMessages) return true;
		logger.warn({ bytes, messages }, 'a socket does not read what it is sent, and was cut off');
		socket.terminate();
		return false;
	}

	/** @param write is handed what to call when it is done */
	function deliver(write: (done: () => void) => void): Promise<void> {
		// A socket that is gone says so by its close event.
		if (!keepsUp()) return Promise.resolve();
		messages++;
		return new Promise((resolve) => {
			write(() => {
				messages--;
				resolve();
			});
		});
	}

	return {
		keepsUp,
		send: (data) => deliver((done) => socket.send(data, done)),
		pong: (data) => void deliver((done) => socket.pong(data, false, done)),
	};
}
