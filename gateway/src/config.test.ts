import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { subgraphAddress } from './federation/subgraph-addresses.ts';
import { originsOf } from './http/cors.ts';

const secret = 's'.repeat(32);
const secrets = { SESSION_SECRET: secret, SERVICE_SECRET: secret, ADMIN_TOKEN: secret };

describe('the settings', () => {
	it('derive the public addresses from the ports', () => {
		const config = readConfig({ ...secrets, GATEWAY_PORT: '4100', STOREFRONT_PORT: '3100' });
		expect(config.publicGatewayUrl).toBe('http://localhost:4100');
		expect(config.publicStorefrontUrl).toBe('http://localhost:3100');
	});

	it('switch introspection and playground on unless in production, and as asked for', () => {
		expect(readConfig({ ...secrets, INTROSPECTION: '0' })).toMatchObject({
			introspection: false,
			playground: true,
		});
	});

	it('hold clients to the limits in production, and to a hundred times as much in development', () => {
		const production = readConfig({ ...secrets, NODE_ENV: 'production' });
		expect(production.rateLimits).toEqual({ session: 600, address: 3_000 });
		expect(production.socketLimits).toEqual({ perSession: 20, perAddress: 200 });
		const development = readConfig(secrets);
		expect(development.rateLimits).toEqual({ session: 60_000, address: 300_000 });
		expect(development.socketLimits).toEqual({ perSession: 20, perAddress: 20_000 });
		expect(development.operationLimits).toEqual(production.operationLimits);
		expect(readConfig({ ...secrets, RATE_LIMIT_SESSION: '5' }).rateLimits.session).toBe(5);
	});

	it('take a file of the supergraph from the project’s folder, and former secrets after the present one', () => {
		const before = ['a', 'b'].map((letter) => letter.repeat(32));
		const config = readConfig({
			...secrets,
			SUPERGRAPH_FILE: 'gateway/other.graphql',
			SESSION_SECRETS_BEFORE: before.join(','),
		});
		expect(config.supergraphFile).toBe(path.join(projectRoot, 'gateway', 'other.graphql'));
		expect(config.sessionSecrets).toEqual([secret, ...before]);
	});

	it('name every problem at once', () => {
		const wrong = {
			GATEWAY_PORT: 'x',
			PRODUCTS_URL: 'products',
			REQUEST_TIMEOUT_MS: '0',
			SESSION_SECRETS_BEFORE: 'short,shorter',
			ADMIN_TOKEN: 'short',
			PERSISTED_ONLY: 'yes',
			LIMIT_DEPTH: '0',
			LIMIT_COST: 'a lot',
			RATE_LIMIT_ADDRESS: '-1',
		};
		expect(() => readConfig({ ...secrets, ...wrong })).toThrow(
			new RegExp(Object.keys(wrong).join(' must [^;]+; ')),
		);
	});
});

describe('a subgraph’s address', () => {
	const supergraph = 'http://127.0.0.1:4001/graphql';
	it('is the supergraph’s, or the configured base or /graphql address', () => {
		const at = (base: string) => ({ base, graphql: `${base}/graphql` });
		expect(subgraphAddress('products', supergraph, {})).toEqual(at('http://127.0.0.1:4001'));
		for (const given of ['http://products:4001', 'http://products:4001/graphql']) {
			expect(subgraphAddress('products', supergraph, { products: given })).toEqual(
				at('http://products:4001'),
			);
		}
	});
});

describe('the origins of an address', () => {
	it('are both spellings of loopback, and one of any other host', () => {
		expect(originsOf('http://localhost:3000')).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000']);
		expect(originsOf('https://shop.example/')).toEqual(['https://shop.example']);
	});
});
