import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createSessionToken } from '@infinite-blob/session/session-token';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import type { GraphQLFormattedError } from 'graphql';
import { pino } from 'pino';
import type { GatewayConfig } from '../src/config.ts';
import { type Gateway, startGateway } from '../src/start-gateway.ts';
import { CannedSubgraphs } from './canned-subgraphs.ts';

export const sessionSecret = 'session-secret-'.repeat(3);
export const serviceSecret = 'service-secret-'.repeat(3);
export const adminToken = 'admin-token-'.repeat(4);
export const storefront = 'http://localhost:3000';

const supergraphFile = fileURLToPath(new URL('../supergraph.graphql', import.meta.url));

interface Answer {
	status: number;
	headers: Headers;
	data: any;
	errors: GraphQLFormattedError[];
}

/** A gateway in front of small real subgraphs. */
export interface TestShop extends AsyncDisposable {
	gateway: Gateway;
	subgraphs: CannedSubgraphs;
	/** The lines of the gateway's log. */
	log: string[];
	/** Sends an operation over HTTP. */
	ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
	/** A fresh session's id and its Authorization header's value. */
	session(): Promise<{ id: string; authorization: string; token: string }>;
}

export async function startTestShop(config: Partial<GatewayConfig> = {}): Promise<TestShop> {
	await using started = new AsyncDisposableStack();
	const subgraphs = started.use(await CannedSubgraphs.start(serviceSecret));
	const redis = started.use(await startTestRedis());
	const log: string[] = [];
	const sink = new Writable({
		write(line, _encoding, done) {
			log.push(String(line));
			done();
		},
	});
	const gateway = started.use(
		await startGateway(
			{
				host: '127.0.0.1',
				port: 0,
				metricsPort: 0,
				subgraphUrls: subgraphs.urls(),
				redisUrl: redis.url,
				supergraphFile,
				manifestsFolder: '/nonexistent',
				subgraphTimeoutMs: 5_000,
				requestTimeoutMs: 15_000,
				paymentUrl: 'http://127.0.0.1:1',
				publicGatewayUrl: 'http://localhost:4000',
				publicStorefrontUrl: storefront,
				sessionSecrets: [sessionSecret],
				serviceSecret,
				adminToken,
				introspection: true,
				playground: true,
				persistedOnly: false,
				entityCache: false,
				operationLimits: { depth: 12, aliases: 50, directives: 50, tokens: 2_000, cost: 5_000 },
				rateLimits: { session: 10_000, address: 10_000 },
				socketLimits: { perSession: 20, perAddress: 200 },
				trustProxy: false,
				...config,
			},
			pino(sink),
		),
	);
	const running = started.move();
	return {
		gateway,
		subgraphs,
		log,
		async ask(query, variables = {}, headers = {}) {
			const response = await fetch(`${gateway.url}/graphql`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...headers },
				body: JSON.stringify({ query, variables }),
			});
			const { data, errors = [] } = (await response.json()) as Partial<Answer>;
			return { status: response.status, headers: response.headers, data, errors };
		},
		async session() {
			const { token, sessionId } = await createSessionToken(sessionSecret, Date.now());
			return { id: sessionId, token, authorization: `Bearer ${token}` };
		},
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}
