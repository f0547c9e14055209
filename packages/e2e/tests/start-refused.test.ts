import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const dataDir = mkdtempSync(path.join(tmpdir(), 'ib-refused-'));
let taken: Server;
let takenPort = 0;

beforeAll(async () => {
	taken = createServer();
	await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
	takenPort = (taken.address() as { port: number }).port;
});
afterAll(() => {
	taken.close();
	rmSync(dataDir, { recursive: true, force: true });
});

/** Runs `npm start` and gives what it said below npm's own lines. */
function start(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
	const shop = spawn('npm', ['start', '--silent'], {
		cwd: projectRoot,
		env: { ...process.env, DATA_DIR: dataDir, NO_COLOR: '1', ...settings },
	});
	let said = '';
	for (const stream of [shop.stdout, shop.stderr]) stream.on('data', (text) => (said += text));
	return new Promise((resolve) => shop.once('close', (code) => resolve({ code, said: said.trim() })));
}

describe('a start that cannot go well ends with one line and exit code 1', () => {
	it.each([
		[{ STOREFRONT_PORT: 'abc' }, 'STOREFRONT_PORT must be a port from 0 to 65535.'],
		[{ ADMIN_TOKEN: 'short' }, 'ADMIN_TOKEN must have at least 32 characters.'],
		[{ REDIS_URL: 'http://x' }, 'REDIS_URL must be an address like redis://host:6379.'],
		[{ REDIS_URL: 'redis://127.0.0.1:1' }, /^Redis at 127\.0\.0\.1:1 cannot be reached \(.+$/],
		[{ DATA_DIR: '/proc/shop' }, /^DATA_DIR: \/proc\/shop cannot be used \(ENOENT.+\)\.$/],
		[{ HOST: 'nope.invalid' }, /^HOST: nope\.invalid is no address of this machine \(.+\)\.$/],
		[{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.'],
		[{ NODE_ENV: 'production' }, /^SESSION_SECRET must be set.*; ADMIN_TOKEN must be set.*$/],
	])('%j', async (settings, line) => {
		const { code, said } = await start(settings);
		if (typeof line === 'string') expect(said).toBe(line);
		else expect(said).toMatch(line);
		expect(code).toBe(1);
	});

	it('a port that was asked for and is taken', async () => {
		const { code, said } = await start({ CART_PORT: String(takenPort) });
		expect(said).toBe(`CART_PORT: port ${takenPort} is taken or not allowed.`);
		expect(code).toBe(1);
	});
});
