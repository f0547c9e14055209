import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What is written down of a shop that runs, for commands that look into it. */
interface RunningShop {
	/** The process that runs it. */
	pid: number;
	redisUrl: string;
}

const fileIn = (folder: string) => path.join(folder, 'running.json');

/** Writes down that this process runs the shop of a data folder; disposing it takes that back. */
export function noteRunningShop(folder: string, redisUrl: string): Disposable {
	const { pid } = process;
	const text = `${JSON.stringify({ pid, redisUrl } satisfies RunningShop)}\n`;
	// The address may have a password in it.
	writeFileSync(fileIn(folder), text, { mode: 0o600 });
	return {
		[Symbol.dispose]() {
			if (read(folder)?.pid === pid) rmSync(fileIn(folder), { force: true });
		},
	};
}

/** The Redis of the shop that runs on a data folder, though its port was taken and moved; nothing when none runs. */
export function runningRedisUrl(folder: string): string | undefined {
	const shop = read(folder);
	return shop && isAlive(shop.pid) ? shop.redisUrl : undefined;
}

function read(folder: string): RunningShop | undefined {
	try {
		return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as RunningShop;
	} catch {
		// None runs, or it was cut off while it wrote.
		return undefined;
	}
}

/** Whether a process of this machine runs. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Somebody else's process is one, too.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
