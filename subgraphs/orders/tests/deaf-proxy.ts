import { connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between a client and its Redis, and can keep to itself whatever was published. */
export class DeafProxy implements AsyncDisposable {
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	/** While it is, no message of Pub/Sub arrives; everything else does. */
	deaf = false;
	/** Messages kept back so far. */
	dropped = 0;
	url = '';

	private constructor(redisUrl: string) {
		const { hostname, port } = new URL(redisUrl);
		this.#server = createServer((client) => {
			const redis = connect(Number(port), hostname);
			let subscribes = false;
			client.on('data', (data) => {
				subscribes ||= /subscribe/i.test(data.toString('latin1'));
				redis.write(data);
			});
			redis.on('data', (data) => {
				if (this.deaf && subscribes && data.includes('\r\nmessage\r\n')) this.dropped++;
				else client.write(data);
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

	static async start(redisUrl: string): Promise<DeafProxy> {
		const proxy = new DeafProxy(redisUrl);
		await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
		proxy.url = `redis://127.0.0.1:${(proxy.#server.address() as { port: number }).port}`;
		return proxy;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
