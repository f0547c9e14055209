import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '@infinite-blob/config/project-root';
import { serviceEnvironment } from '@infinite-blob/launcher/environment';
import { freePorts } from './free-ports.ts';
import { processesOf, type ShopProcess } from './processes.ts';

const stopTimeoutMs = 10_000;

/** The shop as `turbo dev` runs it, on free ports and a data folder of its own. */
export interface DevShop {
	gatewayUrl: string;
	storefrontUrl: string;
	ports: number[];
	output(): string;
	/** What Ctrl-C does in a terminal: SIGINT to the whole group. Gives what is still running ten seconds later. */
	interrupt(): Promise<ShopProcess[]>;
	/** Ends what an interrupt left over, and removes the data folder. */
	remove(): void;
}

export async function startDevShop(): Promise<DevShop> {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'ib-dev-'));
	const chosen = await freePorts();
	const environment = { ...process.env, ...serviceEnvironment({}, chosen, '127.0.0.1') };
	// Named, they would keep the shop's own Redis and mail catcher from starting.
	delete environment.REDIS_URL;
	delete environment.SMTP_URL;
	const bin = path.join(projectRoot, 'node_modules', '.bin');
	const turbo = spawn(path.join(bin, 'turbo'), ['dev'], {
		cwd: projectRoot,
		// Its own group, as a terminal would give it.
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...environment,
			PATH: `${bin}${path.delimiter}${environment.PATH}`,
			DATA_DIR: dataDir,
			TURBO_TELEMETRY_DISABLED: '1',
		},
	});
	let output = '';
	for (const stream of [turbo.stdout, turbo.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			output += text;
		});
	}
	return {
		gatewayUrl: `http://localhost:${chosen.ports.GATEWAY_PORT}`,
		storefrontUrl: `http://localhost:${chosen.ports.STOREFRONT_PORT}`,
		ports: Object.values(chosen.ports),
		output: () => output,
		async interrupt() {
			const ended = turbo.exitCode === null ? once(turbo, 'exit') : undefined;
			if (ended && turbo.pid) process.kill(-turbo.pid, 'SIGINT');
			const deadline = Date.now() + stopTimeoutMs;
			while (processesOf(dataDir).length > 0 && Date.now() < deadline) await sleep(50);
			return processesOf(dataDir);
		},
		remove() {
			for (const { pid } of processesOf(dataDir)) process.kill(pid, 'SIGKILL');
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}
