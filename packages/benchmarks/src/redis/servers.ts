import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadEnvironment } from '@infinite-blob/config/settings';
import { freePort } from '@infinite-blob/e2e/free-ports';
import { embeddedRedis } from '@infinite-blob/launcher/services';
import { nodeFlags } from '@infinite-blob/launcher/supervised-process';

/** A Redis in a process of its own, with its data in a folder of its own. */
export interface Server extends AsyncDisposable {
	readonly name: string;
	readonly pid: number;
	readonly port: number;
	/** Whether it speaks JSON. */
	readonly json: boolean;
}

/** This project's, as `npm start` runs it. */
export const startEmbedded = (): Promise<Server> =>
	start('embedded', true, (port, dir) => {
		const main = fileURLToPath(import.meta.resolve('@infinite-blob/redis-embedded/main'));
		const env = { ...loadEnvironment(), REDIS_EMBEDDED_PORT: String(port), DATA_DIR: dir };
		const flags = [...nodeFlags, ...(embeddedRedis.flags ?? [])];
		return spawn(process.execPath, [...flags, main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
	});

/** The machine's redis-server, appending to a file that is synced each second. */
export const startReal = (): Promise<Server> =>
	start('redis-server', false, (port, dir) => {
		const settings = ['--dir', dir, '--save', '', '--appendonly', 'yes', '--appendfsync', 'everysec'];
		return spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', ...settings], {
			stdio: ['ignore', 'ignore', 'inherit'],
		});
	});

async function start(
	name: string,
	json: boolean,
	launch: (port: number, dir: string) => ChildProcess,
): Promise<Server> {
	const dir = await mkdtemp(path.join(tmpdir(), 'bench-redis-'));
	const port = await freePort();
	const child = launch(port, dir);
	const failed = once(child, 'error').then(([cause]) => {
		throw new Error(`${name} cannot be started: ${(cause as Error).message}`);
	});
	await Promise.race([failed, accepting(port)]);
	const stop = async () => {
		const exited = once(child, 'exit');
		child.kill();
		await exited;
		await rm(dir, { recursive: true, force: true });
	};
	return { name, pid: child.pid!, port, json, [Symbol.asyncDispose]: stop };
}

/** Waits until something answers at the port. @throws after five seconds */
async function accepting(port: number): Promise<void> {
	for (const end = Date.now() + 5000; Date.now() < end; await sleep(50)) {
		const socket = connect(port, '127.0.0.1');
		try {
			await once(socket, 'connect');
			return;
		} catch {
			// Not yet.
		} finally {
			socket.destroy();
		}
	}
	throw new Error(`nothing answers at port ${port}`);
}
