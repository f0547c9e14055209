import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually.ts';

/** A service as it runs in a shop: a process of its own, which may die without warning and be started again. */
export class KillableProcess implements AsyncDisposable {
	/** All that it has written to its output, errors too, since it was made. */
	said = '';
	readonly #main: URL;
	readonly #settings: object;
	readonly #wrap: string[];
	#child: ChildProcess | undefined;

	/**
	 * @param main the program
	 * @param settings its environment, beside that of the tests
	 * @param wrap a command before the program's own, such as one that sets limits
	 */
	constructor(main: URL, settings: object, wrap: string[] = []) {
		this.#main = main;
		this.#settings = settings;
		this.#wrap = wrap;
	}

	/** @param change settings for this time */
	start(change: object = {}): void {
		const settings = Object.entries({ HOST: '127.0.0.1', ...this.#settings, ...change });
		const env = { ...process.env, ...Object.fromEntries(settings.map(([key, value]) => [key, `${value}`])) };
		const [command, ...args] = [...this.#wrap, process.execPath, fileURLToPath(this.#main)];
		this.#child = spawn(command!, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
		for (const output of [this.#child.stdout!, this.#child.stderr!]) {
			output.setEncoding('utf8').on('data', (text: string) => {
				this.said += text;
			});
		}
	}

	/** What the pattern finds in what it says from now on. @throws when it says no such thing within 15 s */
	says(pattern: RegExp): Promise<RegExpExecArray> {
		const before = this.said.length;
		return eventually(() => {
			const found = pattern.exec(this.said.slice(before));
			if (!found) throw new Error(`${fileURLToPath(this.#main)} did not say ${pattern}:\n${this.said}`);
			return found;
		}, 15_000);
	}

	/** Its exit code, once it has ended by itself and said all that it had to. */
	async ended(): Promise<number | null> {
		const [code] = await once(this.#child!, 'close');
		return code;
	}

	signal(name: NodeJS.Signals): void {
		this.#child?.kill(name);
	}

	async kill(): Promise<void> {
		const child = this.#child;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const ended = once(child, 'exit');
		child.kill('SIGKILL');
		await ended;
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.kill();
	}
}
