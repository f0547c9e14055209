import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import { anonymous } from '@infinite-blob/session/viewer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CannedSubgraphs } from './canned-subgraphs.ts';
import { serviceSecret, supergraphFile } from './test-shop.ts';

let subgraphs: CannedSubgraphs;
let folder: string;
let child: ChildProcess;
beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'ib-bare-'));
	subgraphs = await CannedSubgraphs.start(serviceSecret);
});
afterEach(() => child?.kill('SIGKILL'));
afterAll(() => subgraphs?.[Symbol.asyncDispose]());

function run(...args: string[]): ChildProcess {
	const program = fileURLToPath(new URL('../src/bare.ts', import.meta.url));
	const env = { ...process.env, LOG_LEVEL: 'info', LOG_FORMAT: 'json' };
	child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
	return child;
}

/** The shop's supergraph, its subgraphs where they are. */
function supergraph(): string {
	const urls = Object.values(subgraphs.urls());
	const file = path.join(folder, 'supergraph.graphql');
	const sdl = readFileSync(supergraphFile, 'utf8');
	writeFileSync(
		file,
		sdl.replace(/http:\/\/127\.0\.0\.1:400(\d)/g, (_, port) => urls[Number(port) - 1]!),
	);
	return file;
}

describe('the bare gateway', () => {
	it('answers over a supergraph’s subgraphs, which get the one header that is to be handed on', async () => {
		const { stdout } = run('--supergraph', supergraph(), '--port', '0', '--forward', contextHeader);
		const [line] = await once(stdout!, 'data');
		const { url } = JSON.parse(String(line));
		const context = { viewer: anonymous, address: '127.0.0.1', requestId: 'r1' };
		const signed = signContext(context, serviceSecret, Date.now());
		const response = await fetch(`${url}/graphql`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', [contextHeader]: signed, 'x-other': '1' },
			body: JSON.stringify({ query: '{ product(id: "p1") { name similar { name } ad { text } } }' }),
		});
		const similar = [{ name: 'Product p2' }, { name: 'Product p3' }];
		expect(await response.json()).toEqual({
			data: { product: { name: 'Product p1', similar, ad: { text: 'Look' } } },
		});
		expect(subgraphs.headers.get('ads')).not.toHaveProperty('x-other');
	});

	it.each([
		[[], 'Name a supergraph. Usage: '],
		[['--nonsense'], "Unknown option '--nonsense'. Usage: "],
		[['--supergraph', '/nonexistent'], '--supergraph /nonexistent cannot be used (ENOENT'],
		[['--supergraph', supergraphFile, '--port', 'x'], 'The port is from 0 to 65535. Usage: '],
	])('run with %j ends with a line that says what is wrong', async (args, problem) => {
		const { stderr } = run(...args);
		const ended = once(child, 'exit');
		const said = await text(stderr!);
		expect(said).toMatch(/^bare: .+\n$/);
		expect(said).toContain(problem);
		expect((await ended)[0]).toBe(1);
	});
});
