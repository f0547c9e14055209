import type { Writable } from 'node:stream';

const everyMs = { terminal: 100, elsewhere: 5_000 };
const toLineStart = '\r\u001b[K';

/** Shows how much is done of work whose end nobody knows: one line that changes in a terminal, a new one now and then elsewhere. */
export class ProgressLine implements Disposable {
	readonly #stream: Writable & { isTTY?: boolean };
	readonly #now: () => number;
	readonly #counts = new Map<string, { count: number; from: number; until: number }>();
	#shownAt: number;

	/** @param now milliseconds of a clock that does not jump */
	constructor(stream: Writable & { isTTY?: boolean }, now: () => number) {
		this.#stream = stream;
		this.#now = now;
		this.#shownAt = now();
	}

	/** So many more of these are done. */
	advance(what: string, count: number): void {
		const now = this.#now();
		const done = this.#counts.get(what) ?? { count: 0, from: this.#last(), until: now };
		this.#counts.set(what, { ...done, count: done.count + count, until: now });
		if (now - this.#shownAt < (this.#stream.isTTY ? everyMs.terminal : everyMs.elsewhere)) return;
		this.#show();
		this.#shownAt = now;
	}

	#last(): number {
		return [...this.#counts.values()].at(-1)?.until ?? this.#shownAt;
	}

	#show(): void {
		const parts = [...this.#counts].map(([what, { count, from, until }]) => {
			const perSecond = Math.round((count / Math.max(1, until - from)) * 1_000);
			return `${count.toLocaleString('en-US')} ${what} (${perSecond.toLocaleString('en-US')}/s)`;
		});
		if (parts.length === 0) return;
		const line = parts.join('   ');
		this.#stream.write(this.#stream.isTTY ? `${toLineStart}${line}` : `${line}\n`);
	}

	[Symbol.dispose](): void {
		this.#show();
		if (this.#stream.isTTY && this.#counts.size > 0) this.#stream.write('\n');
	}
}
