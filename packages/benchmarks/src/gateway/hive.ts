import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { contextHeader } from '@infinite-blob/session/request-context';

const version = '2.15.1';
/** Without it, Hive Gateway falls back to another execution. */
const routerRuntime = '@graphql-hive/router-runtime@1.4.23';
const folder = path.join(tmpdir(), `infinite-blob-bench-hive-${version}`);
const installMs = 300_000;

/** Its settings: the header that the subgraphs ask for goes along. */
const config = `export const gatewayConfig = {
	propagateHeaders: {
		fromClientToSubgraphs: ({ request }) => ({ '${contextHeader}': request.headers.get('${contextHeader}') ?? '' }),
	},
};
`;

/**
 * Fetches Hive Gateway from the npm registry into a temporary folder, where it stays for the next run.
 *
 * @returns its folder, or nothing when it cannot be fetched
 */
export async function installHive(): Promise<string | undefined> {
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, 'gateway.config.mjs'), config);
	if (existsSync(path.join(folder, 'node_modules', '@graphql-hive', 'router-runtime'))) return folder;
	writeFileSync(path.join(folder, 'package.json'), '{"private":true,"type":"module"}');
	console.log(`Fetching Hive Gateway ${version} …`);
	try {
		const packages = [`@graphql-hive/gateway@${version}`, routerRuntime, 'graphql@16'];
		const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
		await promisify(execFile)('npm', ['install', ...quiet, ...packages], { cwd: folder, timeout: installMs });
		return folder;
	} catch (error) {
		console.log(
			`Hive Gateway could not be fetched, and is left out: ${(error as Error).message.split('\n')[0]}`,
		);
		return undefined;
	}
}

/** The command that serves a supergraph. */
export function hiveCommand(home: string, supergraph: string, port: number): string[] {
	const program = path.join(home, 'node_modules', '@graphql-hive', 'gateway', 'dist', 'bin.js');
	return [
		program,
		'supergraph',
		supergraph,
		'--hive-router-runtime',
		'--config-path',
		path.join(home, 'gateway.config.mjs'),
		'--port',
		`${port}`,
		'--host',
		'127.0.0.1',
	];
}
