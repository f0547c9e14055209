import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The folder of one run's shop: its data, and a log for each process. */
export class DataFolder implements Disposable {
	readonly path = mkdtempSync(path.join(tmpdir(), 'ib-chaos-'));
	readonly #remove: () => void;

	/** @param keep leaves the folder where it is */
	constructor(keep: boolean) {
		this.#remove = () => {
			if (!keep) rmSync(this.path, { recursive: true, force: true });
		};
		// Also when the run is broken off.
		process.once('exit', this.#remove);
		mkdirSync(path.join(this.path, 'logs'));
	}

	get files(): string {
		return path.join(this.path, 'files');
	}

	get adminToken(): string {
		return JSON.parse(readFileSync(path.join(this.path, 'secrets.json'), 'utf8')).ADMIN_TOKEN;
	}

	/** The file that a process writes its log to. */
	logOf(name: string): string {
		return path.join(this.path, 'logs', `${name}.log`);
	}

	lastWordsOf(name: string): string {
		return readFileSync(this.logOf(name), 'utf8').trim().split('\n').at(-1) ?? '';
	}

	[Symbol.dispose](): void {
		process.off('exit', this.#remove);
		this.#remove();
	}
}
