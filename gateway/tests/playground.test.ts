import { existsSync, globSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestShop, type TestShop } from './test-shop.ts';

const folder = fileURLToPath(new URL('../playground/', import.meta.url));

let shop: TestShop;
beforeAll(async () => {
	if (isStale()) await build({ configFile: `${folder}vite.config.ts` });
	shop = await startTestShop();
}, 120_000);
afterAll(() => shop?.[Symbol.asyncDispose]());

function isStale(): boolean {
	const page = `${folder}dist/index.html`;
	if (!existsSync(page)) return true;
	const sources = globSync(['src/*', '*.{ts,html}'], { cwd: folder });
	return sources.some((source) => statSync(folder + source).mtimeMs > statSync(page).mtimeMs);
}

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

	it('has a policy that lets in nothing of other hosts, no code from text, and styles by a fresh nonce', async () => {
		const [first, second] = await Promise.all([get('/playground'), get('/playground')]);
		const policy = first.headers.get('content-security-policy');
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toMatch(/https?:|wss?:|blob:|\*|unsafe-eval/);
		expect(policy?.match(/[\w-]+ 'unsafe-inline'/g)).toEqual(["style-src-attr 'unsafe-inline'"]);
		const nonce = /style-src-elem 'self' 'nonce-([\w+/=]{24})'/.exec(policy ?? '')?.[1];
		expect(await first.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
		expect(second.headers.get('content-security-policy')).not.toContain(nonce);
	});

	it('gives workers a policy under which they ask nobody', async () => {
		const workers = (await readdir(`${folder}dist/assets`)).filter((name) => /worker.*\.js$/.test(name));
		expect(workers.length).toBeGreaterThan(2);
		for (const name of workers) {
			const worker = await get(`/playground/assets/${name}`);
			expect(worker.headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'");
			await worker.body?.cancel();
		}
	});

	it('sends its parts gzipped to those who take that', async () => {
		const script = /\/playground\/assets\/index[\w-]*\.js/.exec(await (await get('/playground')).text())?.[0];
		const [zipped, plain] = await Promise.all([sizeOf(script!, 'gzip, br'), sizeOf(script!, 'identity')]);
		expect(zipped.encoding).toBe('gzip');
		expect(plain.encoding).toBeUndefined();
		expect(zipped.bytes).toBeLessThan(plain.bytes / 2);
		const read = await (await get(script!, { 'accept-encoding': 'gzip' })).text();
		expect(read.length).toBeGreaterThan(plain.bytes / 2);
	});

	it('has no stylesheet or module that comes from another host', async () => {
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

/** What comes over the wire, which fetch would unpack. */
function sizeOf(
	path: string,
	acceptEncoding: string,
): Promise<{ encoding: string | undefined; bytes: number }> {
	return new Promise((resolve, reject) => {
		request(shop.gateway.url + path, { headers: { 'accept-encoding': acceptEncoding } }, (response) => {
			let bytes = 0;
			response.on('data', (chunk: Buffer) => {
				bytes += chunk.length;
			});
			response.on('end', () => resolve({ encoding: response.headers['content-encoding'], bytes }));
		})
			.on('error', reject)
			.end();
	});
}
