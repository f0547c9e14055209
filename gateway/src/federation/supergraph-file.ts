import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { SettingsError } from '@infinite-blob/config/settings';

const lookEveryMs = 500;

/** The file that holds the supergraph. It is looked at twice a second, which also works where nothing tells of changes. */
export class SupergraphFile implements Disposable {
	readonly #path: string;
	#onChange: (() => void) | undefined;

	constructor(path: string) {
		this.#path = path;
	}

	/** @throws the system's error */
	read(): string {
		return readFileSync(this.#path, 'utf8');
	}

	/** @param onChange called after each change of the file */
	watch(onChange: () => void): void {
		this.#onChange = onChange;
		watchFile(this.#path, { interval: lookEveryMs, persistent: false }, onChange);
	}

	[Symbol.dispose](): void {
		if (this.#onChange) unwatchFile(this.#path, this.#onChange);
	}
}

/**
 * What opens a supergraph at the start: a problem with it is its operator's to mend.
 *
 * @param given what was set, and to what
 * @throws SettingsError that names both and the problem, in a line
 */
export function usable<T>(given: string, open: () => T): T {
	try {
		return open();
	} catch (error) {
		const [problem] = (error as Error).message.split('\n');
		throw new SettingsError(`${given} cannot be used (${problem}).`);
	}
}
