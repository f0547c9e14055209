import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestShop, type TestShop } from './test-shop.ts';

const folder = fileURLToPath(new URL('../playground/', import.meta.url));

let shop: TestShop;
beforeAll(async () => {
	if (!existsSync(`${folder}dist/index.html`)) await build({ configFile: `${folder}vite.config.ts` });
	shop = await startTestShop();
}, 120_000);
afterAll(() => shop?.[Symbol.asyncDispose]());

const get = (path: string, headers: Record<string, string> = {}) =>
	fetch(shop.gateway.url + path, { headers, redirect: 'manual' });

describe('the playground', () => {
	it('is a page titled GraphQL Playground, where people who open the gateway arrive', async () => {
		const page = await get('/playground');
		expect(page.status).toBe(200);
		expect(await page.text()).toContain('<title>GraphQL Playground</title>');
		expect((await get('/')).headers.get('location')).toBe('/playground');
		expect((await get('/graphql', { accept: 'text/html' })).headers.get('location')).toBe('/playground');
	});

	it('loads everything from the gateway, for ever', async () => {
		const page = await (await get('/playground')).text();
		const addresses = Array.from(page.matchAll(/(?:src|href)="([^"]+)"/g), ([, address]) => address ?? '');
		expect(addresses.length).toBeGreaterThan(2);
		for (const address of addresses) {
			expect(address).toMatch(/^\/playground\/assets\//);
			const asset = await get(address);
			expect(asset.status).toBe(200);
			expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
			await asset.body?.cancel();
		}
	});

	it('has no stylesheet or module that comes from another host, nor leave to load one', async () => {
		const policy = (await get('/playground')).headers.get('content-security-policy');
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toMatch(/https?:|\*/);
		for (const name of await readdir(`${folder}dist/assets`)) {
			if (!/\.(?:css|js)$/.test(name)) continue;
			const code = await readFile(`${folder}dist/assets/${name}`, 'utf8');
			expect(code, name).not.toMatch(/url\(["']?(?:https?:)?\/\//);
			expect(code, name).not.toMatch(/@import\s*(?:url\()?["']?(?:https?:)?\/\//);
			expect(code, name).not.toMatch(/(?:\bimport\s*\(?|\bfrom)\s*["'`]https?:/);
		}
	});

	it('gives nothing from outside its folder', async () => {
		for (const path of [
			'/playground/assets/..%2f..%2fvite.config.ts',
			'/playground/assets/x.js',
			'/playground/x',
		]) {
			expect((await get(path)).status).toBe(404);
		}
	});
});
