import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Config } from '../src/config.ts';

/** An invoice worker as it runs in a shop: a process of its own, which can be killed. */
export class InvoiceProcess implements AsyncDisposable {
	/** What it has logged of warnings and errors. */
	log = '';
	readonly #child: ChildProcess;

	/** @param wrap puts a command before the worker's own, such as one that sets limits */
	constructor(config: Config, wrap: string[] = []) {
		const main = new URL('../src/main.ts', import.meta.url).pathname;
		const [command, ...args] = [...wrap, process.execPath, main];
		const env = { ...process.env, ...stringsOf(config), LOG_LEVEL: 'warn', LOG_FORMAT: 'json' };
		this.#child = spawn(command!, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
		for (const output of [this.#child.stdout, this.#child.stderr]) {
			output!.on('data', (chunk: Buffer) => {
				this.log += chunk;
			});
		}
	}

	async kill(): Promise<void> {
		if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
		const ended = once(this.#child, 'exit');
		this.#child.kill('SIGKILL');
		await ended;
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.kill();
	}
}

function stringsOf(config: Config): Record<string, string> {
	return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, String(value)]));
}
