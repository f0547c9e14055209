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

	it('name every problem at once', () => {
		const environment = { ...secrets, GATEWAY_PORT: 'x', PRODUCTS_URL: 'products', ADMIN_TOKEN: 'short' };
		expect(() => readConfig(environment)).toThrow(/GATEWAY_PORT.*PRODUCTS_URL.*ADMIN_TOKEN/);
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
