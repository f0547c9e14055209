import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * Stands between a client and its Redis: breaks the connection after a command was done, before its answer, or holds
 * all answers back.
 */
export class LossyProxy implements AsyncDisposable {
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	#command: string | undefined;
	#sign = '';
	#isStalled = false;
	/** Answers lost so far. */
	lost = 0;
	/** Connections made so far. */
	connections = 0;
	url = '';

	private constructor(redisUrl: string) {
		const { hostname, port } = new URL(redisUrl);
		this.#server = createServer((client) => {
			this.connections++;
			const redis = connect(Number(port), hostname);
			let loses = false;
			client.on('data', (data) => {
				if (this.#command && data.toString('latin1').toLowerCase().includes(this.#command)) {
					this.#command = undefined;
					loses = true;
				}
				redis.write(data);
			});
			redis.on('data', (data) => {
				if (this.#isStalled) return;
				// An empty answer is no loss: wait for one that gives something.
				if (loses && data.toString('latin1').includes(this.#sign)) {
					loses = false;
					this.lost++;
					client.destroy();
					redis.destroy();
				} else client.write(data);
			});
			for (const socket of [client, redis]) {
				this.#sockets.add(socket);
				socket.on('error', () => {});
				socket.on('close', () => {
					client.destroy();
					redis.destroy();
				});
			}
		});
	}

	static async start(redisUrl: string): Promise<LossyProxy> {
		const proxy = new LossyProxy(redisUrl);
		await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
		proxy.url = `redis://127.0.0.1:${(proxy.#server.address() as { port: number }).port}`;
		return proxy;
	}

	/** Loses the next answer to such a command that has the sign in it: that of an event, unless given. */
	loseNext(command: string, sign = 'evt_'): void {
		this.#command = command;
		this.#sign = sign;
	}

	/** Breaks all connections. */
	cut(): void {
		for (const socket of this.#sockets) socket.destroy();
		this.#sockets.clear();
	}

	/** From now on nothing is answered. */
	stall(): void {
		this.#isStalled = true;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
