import type { WebSocket } from 'ws';

const everyMs = 1_000;
/** Each socket has its turn once in so many beats, so that thousands of them are not pinged at once. */
const turns = 20;

/** What is looked at in a socket's turn. */
export type Visit = (socket: WebSocket) => void;

/**
 * Pings each socket every 20 seconds, and ends one that was silent since the last ping: the other side is gone.
 */
export class Heartbeat implements Disposable {
	/** How long a socket waits for its next turn. */
	static readonly periodMs = everyMs * turns;
	readonly #turns = Array.from({ length: turns }, () => new Map<WebSocket, Visit>());
	readonly #silent = new WeakSet<WebSocket>();
	readonly #timer: NodeJS.Timeout;
	#joined = 0;
	#beats = 0;

	constructor() {
		this.#timer = setInterval(() => this.#beat(), everyMs);
	}

	/** @param visit called at each turn of the socket, while it is open */
	watch(socket: WebSocket, visit: Visit): void {
		const turn = this.#turns[this.#joined++ % turns]!;
		turn.set(socket, visit);
		socket.on('pong', () => this.#silent.delete(socket));
		socket.once('close', () => turn.delete(socket));
	}

	#beat(): void {
		for (const [socket, visit] of this.#turns[this.#beats++ % turns]!) {
			if (this.#silent.has(socket)) {
				socket.terminate();
				continue;
			}
			this.#silent.add(socket);
			socket.ping();
			visit(socket);
		}
	}

	[Symbol.dispose](): void {
		clearInterval(this.#timer);
	}
}
