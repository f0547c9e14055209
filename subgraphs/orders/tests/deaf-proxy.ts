import { TcpProxy } from '@infinite-blob/testing/tcp-proxy';

/** Stands between a client and its Redis, and can keep to itself whatever was published. */
export class DeafProxy implements AsyncDisposable {
	/** While it is, no message of Pub/Sub arrives; everything else does. */
	deaf = false;
	/** Messages kept back so far. */
	dropped = 0;
	url = '';
	#proxy: TcpProxy | undefined;

	static async start(redisUrl: string): Promise<DeafProxy> {
		const deaf = new DeafProxy();
		deaf.#proxy = await TcpProxy.start(redisUrl, () => {
			let subscribes = false;
			return {
				said(data) {
					subscribes ||= /subscribe/i.test(data.toString('latin1'));
				},
				answered(data) {
					if (!deaf.deaf || !subscribes || !data.includes('\r\nmessage\r\n')) return data;
					deaf.dropped++;
					return undefined;
				},
			};
		});
		deaf.url = `redis://127.0.0.1:${deaf.#proxy.port}`;
		return deaf;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#proxy?.[Symbol.asyncDispose]();
	}
}
