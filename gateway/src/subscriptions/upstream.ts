import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import { traceHeaders } from '@infinite-blob/telemetry/trace';
import type { ExecutionResult } from 'graphql';
import { type Client, createClient, type FormattedExecutionResult, type Sink } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GatewayContext } from '../context.ts';

interface UpstreamOperation {
	query: string;
	operationName?: string | undefined;
	variables: Record<string, unknown>;
}

const keepAliveMs = 10_000;
const pongTimeoutMs = 5_000;
// With waits of up to two seconds, a subgraph may be away for a minute before its viewers are told.
const retryAttempts = 35;

/**
 * One socket to a subgraph for the subscriptions of all viewers: opened at the first, closed some time after the
 * last. When it breaks it is opened again and every subscription made again, so that the viewers need not notice.
 */
export class Upstream implements AsyncDisposable {
	readonly #client: Client;
	#connections = 0;

	/** @param url the subgraph's /graphql address over http(s) */
	constructor(url: string, serviceSecret: string) {
		let pongMissing: NodeJS.Timeout | undefined;
		const forgetPong = () => clearTimeout(pongMissing);
		this.#client = createClient({
			url: url.replace(/^http/, 'ws'),
			webSocketImpl: WebSocket,
			connectionParams: () => {
				const viewer = { kind: 'service', name: 'gateway' } as const;
				const context = { viewer, address: 'gateway', requestId: randomUUID() };
				return { [contextHeader]: signContext(context, serviceSecret, Date.now()) };
			},
			connectionAckWaitTimeout: 5_000,
			lazyCloseTimeout: 10_000,
			keepAlive: keepAliveMs,
			retryAttempts,
			retryWait: (retries) => sleep(Math.min(100 * 2 ** retries, 2_000) * (0.75 + Math.random() / 2)),
			shouldRetry: () => true,
			on: {
				connected: () => this.#connections++,
				ping: (received) => {
					if (!received) pongMissing = setTimeout(() => this.#client.terminate(), pongTimeoutMs);
				},
				pong: (received) => {
					if (received) forgetPong();
				},
				closed: forgetPong,
			},
		});
	}

	/** How often it was opened: after each time, subscriptions begin again. */
	get connections(): number {
		return this.#connections;
	}

	/**
	 * @param sink gets the results until the subgraph completes, never before this returns
	 * @returns what ends the subscription
	 */
	subscribe(operation: UpstreamOperation, context: GatewayContext, sink: Sink<ExecutionResult>): () => void {
		const trace = traceHeaders();
		return this.#client.subscribe(
			{
				query: operation.query,
				variables: operation.variables,
				operationName: operation.operationName ?? null,
				// Read whenever the subscription is made again: by then the first signature may be too old.
				get extensions() {
					return { [contextHeader]: context.signed(), ...trace };
				},
			},
			sink as Sink<FormattedExecutionResult>,
		);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		// It rejects when it was waiting to connect again: then there is no socket to close.
		await this.#client.dispose()?.catch(() => {});
	}
}

/** The sockets to the subgraphs that own subscriptions, each made at first need. */
export class Upstreams implements AsyncDisposable {
	readonly #byUrl = new Map<string, Upstream>();
	readonly #serviceSecret: string;

	constructor(serviceSecret: string) {
		this.#serviceSecret = serviceSecret;
	}

	/** @param url a subgraph's /graphql address */
	to(url: string): Upstream {
		let upstream = this.#byUrl.get(url);
		if (!upstream) {
			upstream = new Upstream(url, this.#serviceSecret);
			this.#byUrl.set(url, upstream);
		}
		return upstream;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await Promise.all(Array.from(this.#byUrl.values(), (upstream) => upstream[Symbol.asyncDispose]()));
	}
}
