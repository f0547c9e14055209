import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { port, publicGatewayUrl, secret, serviceUrl } from './setting.ts';
import { readSettings } from './settings.ts';

describe('readSettings', () => {
	it('names every malformed setting in one line', () => {
		const read = () =>
			readSettings(
				{ CART_PORT: port(4002), PUBLIC_GATEWAY_URL: publicGatewayUrl },
				{ CART_PORT: 'many', PUBLIC_GATEWAY_URL: 'ftp://x' },
			);
		expect(read).toThrow(/^CART_PORT must be a port.*; PUBLIC_GATEWAY_URL must be an absolute/);
	});

	it('looks for fellow services at their ports on this machine', () => {
		vi.stubEnv('ORDERS_PORT', '4703');
		const shape = { ORDERS_URL: serviceUrl('ORDERS_PORT', 4003), CART_URL: serviceUrl('CART_PORT', 4002) };
		expect(readSettings(shape, { CART_URL: 'http://cart:80/graphql' })).toEqual({
			ORDERS_URL: 'http://127.0.0.1:4703',
			CART_URL: 'http://cart:80',
		});
		vi.unstubAllEnvs();
	});

	it('takes an empty value as not set', () => {
		expect(readSettings({ CART_PORT: port(4002) }, { CART_PORT: '' })).toEqual({ CART_PORT: 4002 });
	});

	it('refuses to make up secrets in production', () => {
		const read = () => readSettings({ ADMIN_TOKEN: secret }, { NODE_ENV: 'production' });
		expect(read).toThrow('ADMIN_TOKEN must be set, with at least 32 characters');
	});

	it('refuses a short secret', () => {
		expect(() => readSettings({ ADMIN_TOKEN: secret }, { ADMIN_TOKEN: 'short' })).toThrow('at least 32');
	});

	it('makes secrets once in development and keeps them for their owner alone', () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'ib-config-'));
		const first = readSettings({ LINK_SECRET: secret }, { DATA_DIR: folder });
		const second = readSettings({ LINK_SECRET: secret }, { DATA_DIR: folder });
		expect(second).toEqual(first);
		const file = path.join(folder, 'secrets.json');
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).toHaveLength(4);
	});
});
