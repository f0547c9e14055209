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

export const supergraphFile = fileURLToPath(new URL('../supergraph.graphql', import.meta.url));

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
	redisUrl: string;
	/** Another gateway in front of the same subgraphs, on the same Redis; it ends with the shop. */
	another(config?: Partial<GatewayConfig>): Promise<Pick<TestShop, 'gateway' | 'log' | 'ask'>>;
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
	const gateways = started.use(new AsyncDisposableStack());

	async function open(changes: Partial<GatewayConfig> = {}) {
		const log: string[] = [];
		const sink = new Writable({
			write(line, _encoding, done) {
				log.push(String(line));
				done();
			},
		});
		const places = { redisUrl: redis.url, subgraphUrls: subgraphs.urls() };
		const gateway = await startGateway({ ...byDefault, ...places, ...config, ...changes }, pino(sink));
		gateways.use(gateway);
		return { gateway, log, ask: asker(gateway) };
	}

	const first = await open();
	const running = started.move();
	return {
		...first,
		subgraphs,
		redisUrl: redis.url,
		another: open,
		async session() {
			const { token, sessionId } = await createSessionToken(sessionSecret, Date.now());
			return { id: sessionId, token, authorization: `Bearer ${token}` };
		},
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}

const byDefault: GatewayConfig = {
	host: '127.0.0.1',
	port: 0,
	metricsPort: 0,
	redisUrl: '',
	supergraphFile,
	manifestsFolder: '/nonexistent',
	subgraphUrls: {},
	subgraphTimeoutMs: 5_000,
	requestTimeoutMs: 15_000,
	headersTimeoutMs: 10_000,
	bodyTimeoutMs: 30_000,
	paymentUrl: 'http://127.0.0.1:1',
	publicGatewayUrl: 'http://localhost:4000',
	publicStorefrontUrl: storefront,
	sessionSecrets: [sessionSecret],
	serviceSecret,
	adminToken,
	introspection: true,
	playground: true,
	persistedOnly: false,
	// What one test asked for is not to answer another.
	entityCache: false,
	operationLimits: { depth: 12, aliases: 50, directives: 50, tokens: 2_000, cost: 5_000 },
	rateLimits: { session: 10_000, address: 10_000 },
	socketLimits: { perSession: 20, perAddress: 200 },
	trustProxy: false,
};

function asker(gateway: Gateway): TestShop['ask'] {
	return async (query, variables = {}, headers = {}) => {
		const response = await fetch(`${gateway.url}/graphql`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify({ query, variables }),
		});
		const { data, errors = [] } = (await response.json()) as Partial<Answer>;
		return { status: response.status, headers: response.headers, data, errors };
	};
}
