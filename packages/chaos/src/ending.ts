/** When a run ends, whatever is still to do. */
export class Ending implements Disposable {
	readonly #controller = new AbortController();
	#timer: NodeJS.Timeout | undefined;

	constructor(ms: number) {
		this.within(ms);
	}

	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	/** From now, in the place of what was said before. */
	within(ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#controller.abort(), ms);
	}

	[Symbol.dispose](): void {
		clearTimeout(this.#timer);
		this.#controller.abort();
	}
}
