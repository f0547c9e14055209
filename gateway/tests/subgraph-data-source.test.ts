import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type Service, startService } from '@infinite-blob/service/start-service';
import { eventually } from '@infinite-blob/testing/eventually';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SubgraphDataSource } from '../src/federation/subgraph-data-source.ts';

const logger = pino({ level: 'silent' });
const connections = 64;

let asked = 0;
let service: Service;
let source: SubgraphDataSource;
beforeEach(async () => {
	asked = 0;
	service = await startService({
		name: 'silent',
		host: '127.0.0.1',
		port: 0,
		logger,
		handle: () => {
			asked++;
			return new Promise(() => {});
		},
	});
});
afterEach(async () => {
	service.server.closeAllConnections();
	await source[Symbol.asyncDispose]();
	await service[Symbol.asyncDispose]();
});

const open = (timeoutMs: number) => {
	source = new SubgraphDataSource({ name: 'silent', url: `${service.url}/graphql`, timeoutMs, logger });
};

function ask(signal?: AbortSignal) {
	const context = { subgraphHeaders: () => ({}), signal };
	const request = { query: '{ a }', variables: {} };
	return source.process({ request, context } as unknown as GraphQLDataSourceProcessOptions<typeof context>);
}

it('a call that waits for a connection waits no longer than one that has it', async () => {
	open(300);
	const answers = await Promise.all(Array.from({ length: 5 * connections }, () => ask()));
	expect(answers.every(({ errors }) => errors?.[0]?.extensions?.code === 'SERVICE_UNAVAILABLE')).toBe(true);
	// A connection that is free again may be taken by the next one, a moment before its time is over.
	expect(asked).toBeLessThan(2 * connections);
});

it('a call that waits for a connection ends when nobody waits for it', async () => {
	open(60_000);
	for (let i = 0; i < connections; i++) void ask();
	await eventually(() => expect(asked).toBe(connections));
	const abort = new AbortController();
	const answer = ask(abort.signal);
	abort.abort();
	expect((await answer).data).toBeUndefined();
});

it('a subgraph all of whose connections wait for an answer may be ready all the same', async () => {
	open(60_000);
	for (let i = 0; i < connections; i++) void ask();
	await eventually(() => expect(asked).toBe(connections));
	await source.checkReady();
});
