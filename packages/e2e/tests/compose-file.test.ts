import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';
import { services as launched } from '@infinite-blob/launcher/services';
import { describe, expect, test } from 'vitest';
import { type ComposeService, readComposeFile } from '../src/compose-file.ts';
import { settingsOf, sharedSettings } from '../src/settings-in-code.ts';

const { services, volumes } = readComposeFile();
const shared = sharedSettings();
const bought: Record<string, { port: number }> = { redis: { port: 6379 }, mailpit: { port: 1025 } };
const ports: Record<string, number> = {
	...Object.fromEntries(launched.map(({ name, port }) => [name, port[1]])),
	...Object.fromEntries(Object.entries(bought).map(([name, { port }]) => [name, port])),
};

function service(name: string): ComposeService {
	const found = services[name];
	if (!found) throw new Error(`docker-compose.yaml has no service "${name}".`);
	return found;
}

test('has a container for each service of the shop, Redis and Mailpit', () => {
	expect(Object.keys(services).toSorted()).toEqual(Object.keys(ports).toSorted());
});

describe.each(launched)('$name', ({ name, entry, port: [, port] }) => {
	const { build, command, environment, healthcheck, volumes: mounts = [], depends_on = {} } = service(name);
	const workspace = build!.args.SERVICE;
	const settings = settingsOf(workspace);

	test('runs the file that npm start runs, out of its own image', () => {
		expect(command).toEqual(['node', entry]);
		expect(entry.startsWith(`${workspace}/`)).toBe(true);
		expect(existsSync(path.join(projectRoot, entry))).toBe(true);
		expect(existsSync(path.join(projectRoot, workspace, 'package.json'))).toBe(true);
	});

	test('is given only settings that it reads', () => {
		const unread = Object.keys(environment).filter((key) => !settings.has(key) && !shared.has(key));
		expect(unread).toEqual([]);
	});

	test('is given every address and folder whose default is right on one machine only', () => {
		const local = [...settings].filter((key) => /^HOST$|^(?!STRIPE_).*_URL$|^FILES_DIR$/.test(key));
		expect(Object.keys(environment)).toEqual(expect.arrayContaining(local));
	});

	test('reaches others by the names and ports they have here', () => {
		for (const [key, value] of Object.entries(environment)) {
			if (!key.endsWith('_URL') || key.startsWith('PUBLIC_')) continue;
			const { hostname, port: number } = new URL(value);
			expect(Object.keys(services), key).toContain(hostname);
			expect(Number(number), key).toBe(ports[hostname]);
		}
	});

	test('is asked for its health at the port it listens on', () => {
		expect(healthcheck.test.slice(0, 3)).toEqual(['CMD', 'node', '-e']);
		expect(healthcheck.test[3]).toContain('/health/ready');
		expect(healthcheck.test[4]).toBe(String(port));
	});

	test('waits only for services that have a health check', () => {
		for (const [other, { condition }] of Object.entries(depends_on)) {
			expect(condition, other).toBe('service_healthy');
			expect(service(other).healthcheck, other).toBeDefined();
		}
	});

	test('has the volumes that its folders need', () => {
		const folders = mounts.map((mount) => mount.split(':') as [volume: string, folder: string]);
		for (const [volume] of folders) expect(Object.keys(volumes)).toContain(volume);
		const mounted = folders.map(([, folder]) => folder);
		for (const key of ['DATA_DIR', 'FILES_DIR']) {
			if (environment[key]) expect(mounted, key).toContain(environment[key]);
		}
		const secrets = ['SESSION_SECRET', 'SERVICE_SECRET', 'LINK_SECRET', 'ADMIN_TOKEN'];
		if (secrets.some((key) => settings.has(key))) expect(mounted).toContain('/data');
	});
});

test('publishes the shop, the gateway and the mail page to this machine alone', () => {
	const published = Object.entries(services).flatMap(([name, { ports: own = [] }]) =>
		own.map((port) => `${name} ${port}`),
	);
	expect(published.toSorted()).toEqual([
		'gateway 127.0.0.1:4000:4000',
		'mailpit 127.0.0.1:1080:8025',
		'storefront 127.0.0.1:3000:3000',
	]);
});

test('links in pages and mails lead to the published ports', () => {
	for (const { environment = {} } of Object.values(services)) {
		expect(environment.PUBLIC_GATEWAY_URL ?? 'http://localhost:4000').toBe('http://localhost:4000');
		expect(environment.PUBLIC_STOREFRONT_URL ?? 'http://localhost:3000').toBe('http://localhost:3000');
	}
});

test('Redis keeps every write before it answers', () => {
	const { image, command, volumes: mounts } = service('redis');
	expect(image).toBe('redis:8');
	expect(command).toEqual(['redis-server', '--appendonly', 'yes', '--appendfsync', 'always']);
	expect(mounts).toEqual(['redis:/data']);
});

describe('Dockerfile', () => {
	const dockerfile = readFileSync(path.join(projectRoot, 'Dockerfile'), 'utf8');
	const lines = dockerfile.replaceAll('\\\n', ' ').split('\n');

	test('copies paths and names stages that exist', () => {
		const stages = lines.flatMap((line) => /^FROM \S+ AS (\S+)$/.exec(line)?.[1] ?? []);
		for (const line of lines.filter((line) => line.startsWith('COPY '))) {
			const from = /--from=(\S+)/.exec(line)?.[1];
			if (from) expect(stages).toContain(from);
			const sources = line.split(/\s+/).slice(1, -1);
			for (const source of sources.filter((part) => !part.startsWith('--') && !part.includes('$'))) {
				const inside = from ? path.relative('/shop', source) : source;
				expect(existsSync(path.join(projectRoot, inside)), line).toBe(true);
			}
		}
	});

	test('builds workspaces that have a build, and runs as an ordinary user', () => {
		const workspaces = [...dockerfile.matchAll(/--workspace=(\S+)/g)].map(([, name]) => name!);
		expect(workspaces.toSorted()).toEqual(['gateway', 'storefront']);
		for (const workspace of workspaces) {
			const manifest = readFileSync(path.join(projectRoot, workspace, 'package.json'), 'utf8');
			expect(JSON.parse(manifest).scripts.build, workspace).toBeTypeOf('string');
		}
		expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
	});
});
