import { type ChildProcess, fork } from 'node:child_process';

/**
 * Answers are made of objects that are gone as soon as they are sent. With room for more of them V8 collects less often,
 * and moves fewer that are still needed among the lasting ones: a twentieth of the CPU under load.
 */
export const nodeFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'];

const firstPauseMs = 250;
const longestPauseMs = 10_000;
/** A process that ran this long has recovered: the next pause is short again. */
const steadyMs = 30_000;
const killAfterMs = 4_800;

export interface ProcessOptions {
	name: string;
	/** The script, absolute. */
	entry: string;
	environment: Record<string, string | undefined>;
	/** For Node, beside those that all have. */
	flags?: string[] | undefined;
	/** Called when it died by itself and will be started again. */
	onDeath: (name: string, how: string, pauseMs: number) => void;
	/** What it writes to its output goes to this open file instead of ours. */
	output?: number;
	/** The longest pause before it is started again (ten seconds). */
	longestPauseMs?: number;
}

/** A process ended before it was ever up. */
export class StartFailed extends Error {
	override name = 'StartFailed';
	/** With exit code 1 the service has said in a line of its own what is wrong. */
	readonly isExplained: boolean;

	constructor(service: string, how: string) {
		super(`${service} did not start (${how}).`);
		this.isExplained = how === 'exit code 1';
	}
}

/** A process that is started again when it dies, with growing pauses, until it is stopped. */
export class SupervisedProcess {
	readonly #options: ProcessOptions;
	#child: ChildProcess | undefined;
	#exited: Promise<void> = Promise.resolve();
	#restart: NodeJS.Timeout | undefined;
	#stopping = false;
	#pauseMs = firstPauseMs;
	#isUp = false;
	#fail: (error: Error) => void = () => {};

	/** Rejects when the process ends before it was ever up: starting it again would not help. */
	readonly failed: Promise<never>;

	constructor(options: ProcessOptions) {
		this.#options = options;
		this.failed = new Promise((_, reject) => {
			this.#fail = reject;
		});
		this.failed.catch(() => {});
		this.#start();
	}

	get name(): string {
		return this.#options.name;
	}

	get pid(): number | undefined {
		return this.#child?.pid;
	}

	/** From here on a death is an accident, after which it is started again. */
	markUp(): void {
		this.#isUp = true;
	}

	/** Ends it: SIGTERM, and SIGKILL when it does not end in time. */
	async stop(): Promise<void> {
		this.#stopping = true;
		clearTimeout(this.#restart);
		const child = this.#child;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		child.kill('SIGTERM');
		const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
		await this.#exited;
		clearTimeout(timer);
	}

	#start(): void {
		const { entry, environment, flags = [], output = 'inherit' } = this.#options;
		const began = Date.now();
		const child = fork(entry, {
			env: environment,
			// The channel carries nothing: its closing tells the child that its parent is gone, however it went.
			stdio: ['ignore', output, output, 'ipc'],
			execArgv: [...nodeFlags, ...flags],
			// In a group of its own, Ctrl-C reaches the launcher alone, which ends the shop in the right order.
			detached: true,
		});
		this.#child = child;
		this.#exited = new Promise((resolve) => {
			child.once('error', (error) => this.#fail(error));
			child.once('exit', (code, signal) => {
				resolve();
				this.#onExit(signal ?? `exit code ${code}`, Date.now() - began);
			});
		});
	}

	#onExit(how: string, livedMs: number): void {
		if (this.#stopping) return;
		if (!this.#isUp) {
			this.#fail(new StartFailed(this.name, how));
			return;
		}
		if (livedMs > steadyMs) this.#pauseMs = firstPauseMs;
		const pause = this.#pauseMs;
		this.#pauseMs = Math.min(this.#options.longestPauseMs ?? longestPauseMs, pause * 2);
		this.#options.onDeath(this.name, how, pause);
		this.#restart = setTimeout(() => this.#start(), pause);
	}
}
