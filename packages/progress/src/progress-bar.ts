import { SingleBar } from 'cli-progress';

/** Shows how far long work has come: a bar that fills in a terminal, a line every few seconds elsewhere. */
export class ProgressBar implements Disposable {
	readonly #bar: SingleBar;
	readonly #startedAt = performance.now();
	readonly #begunWith: number;
	#done: number;

	/**
	 * @param label what is done, in the imperative: 'Add products'
	 * @param done what was done in an earlier run
	 * @param stream standard output may be somebody else's input, so standard error by default
	 */
	constructor(label: string, total: number, done = 0, stream: NodeJS.WritableStream = process.stderr) {
		this.#begunWith = done;
		this.#done = done;
		this.#bar = new SingleBar({
			stream,
			format: `${label.padEnd(24)} {bar} {percentage}% | {value} of {total} | {rate}/s | {eta_formatted} left`,
			barCompleteChar: '█',
			barIncompleteChar: '░',
			barsize: 24,
			hideCursor: true,
			noTTYOutput: true,
			notTTYSchedule: 5_000,
			etaBuffer: 50,
		});
		this.#bar.start(total, done, { rate: '–' });
	}

	/** So many more are done. */
	advance(count: number): void {
		this.#done += count;
		const seconds = (performance.now() - this.#startedAt) / 1_000;
		const rate = Math.round((this.#done - this.#begunWith) / Math.max(seconds, 0.001));
		this.#bar.update(this.#done, { rate: rate.toLocaleString('en-US') });
	}

	[Symbol.dispose](): void {
		this.#bar.stop();
	}
}
