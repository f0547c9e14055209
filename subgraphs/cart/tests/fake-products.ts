import { money } from '@infinite-blob/money/money';
import type { Logger } from '@infinite-blob/service/logger';
import type { Service } from '@infinite-blob/service/start-service';
import { startSubgraph } from '@infinite-blob/subgraph/start-subgraph';
import { testSecret } from '@infinite-blob/testing/subgraph-client';

export interface FakeProduct {
	name: string;
	/** USD minor units. */
	price: number;
	available: boolean;
}

/** A products service that tests can change and stop: the real one's schema over a map. */
export class FakeProducts implements AsyncDisposable {
	readonly catalogue = new Map<string, FakeProduct>();
	/** The ids that were asked for, request by request. */
	readonly asked: string[][] = [];
	readonly #logger: Logger;
	#service: Service | undefined;
	#port = 0;

	constructor(logger: Logger) {
		this.#logger = logger;
	}

	get url(): string {
		return `http://127.0.0.1:${this.#port}`;
	}

	/** Listens at the port it had before. */
	async start(): Promise<void> {
		this.#service = await startSubgraph({
			name: 'products',
			host: '127.0.0.1',
			port: this.#port,
			logger: this.#logger,
			serviceSecret: testSecret,
			schema: new URL('../../products/schema.graphql', import.meta.url),
			resolvers: {
				Product: {
					__resolveReference: ({ id }: { id: string }, { ids }: { ids: string[] }) => {
						ids.push(id);
						const product = this.catalogue.get(id);
						return product ? { id, ...product } : null;
					},
					price: ({ price }: FakeProduct) => money(price, 'USD'),
				},
			},
			context: (request) => {
				const ids: string[] = [];
				this.asked.push(ids);
				return { ...request, ids };
			},
		});
		this.#port = this.#service.port;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#service?.[Symbol.asyncDispose]();
	}
}
