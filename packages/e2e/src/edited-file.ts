import { readFileSync, writeFileSync } from 'node:fs';

/** A source file with a change in it, as it was again once this is disposed. */
export class EditedFile implements Disposable {
	readonly #file: string;
	readonly #original: string;
	readonly #changed: string;

	/**
	 * Nothing is written yet.
	 *
	 * @throws Error when the text to replace is not in the file exactly once
	 */
	constructor(file: string, text: string, replacement: string) {
		this.#file = file;
		this.#original = readFileSync(file, 'utf8');
		if (this.#original.split(text).length !== 2) throw new Error(`${file} does not hold "${text}" once.`);
		this.#changed = this.#original.replace(text, () => replacement);
	}

	write(): void {
		writeFileSync(this.#file, this.#changed);
	}

	[Symbol.dispose](): void {
		if (readFileSync(this.#file, 'utf8') === this.#changed) writeFileSync(this.#file, this.#original);
	}
}
