import { TcpProxy } from '@infinite-blob/testing/tcp-proxy';

/**
 * Stands between a client and its Redis: breaks the connection after a command was done, before its answer, or holds
 * all answers back.
 */
export class LossyProxy implements AsyncDisposable {
	/** Answers lost so far. */
	lost = 0;
	url = '';
	#command: string | undefined;
	#sign = '';
	#isStalled = false;
	#proxy: TcpProxy | undefined;

	static async start(redisUrl: string): Promise<LossyProxy> {
		const lossy = new LossyProxy();
		lossy.#proxy = await TcpProxy.start(redisUrl, () => {
			let loses = false;
			return {
				said(data) {
					if (!lossy.#command || !data.toString('latin1').toLowerCase().includes(lossy.#command)) return;
					lossy.#command = undefined;
					loses = true;
				},
				answered(data, cut) {
					if (lossy.#isStalled) return undefined;
					// An empty answer is no loss: wait for one that gives something.
					if (!loses || !data.toString('latin1').includes(lossy.#sign)) return data;
					loses = false;
					lossy.lost++;
					cut();
					return undefined;
				},
			};
		});
		lossy.url = `redis://127.0.0.1:${lossy.#proxy.port}`;
		return lossy;
	}

	/** Connections made so far. */
	get connections(): number {
		return this.#proxy?.connections ?? 0;
	}

	/** Loses the next answer to such a command that has the sign in it: that of an event, unless given. */
	loseNext(command: string, sign = 'evt_'): void {
		this.#command = command;
		this.#sign = sign;
	}

	/** Breaks all connections. */
	cut(): void {
		this.#proxy?.cut();
	}

	/** From now on nothing is answered. */
	stall(): void {
		this.#isStalled = true;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#proxy?.[Symbol.asyncDispose]();
	}
}
