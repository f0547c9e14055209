import { LRUCache } from 'lru-cache';

/** How much is kept, and for how long. */
export interface RecentAnswersOptions {
	most: number;
	keptMs: number;
	/** Epoch milliseconds. */
	now: () => number;
}

/** Answers for everybody who asks the same about now: each is looked for once within a few seconds. */
export class RecentAnswers<T> {
	readonly #recent: LRUCache<string, Promise<T>>;

	constructor({ most, keptMs, now }: RecentAnswersOptions) {
		this.#recent = new LRUCache({ max: most, ttl: keptMs, ttlResolution: 0, perf: { now } });
	}

	/** What was answered to the question, or what is now. A failure is kept for those alone who wait for it. */
	of(question: string, ask: () => Promise<T>): Promise<T> {
		const recent = this.#recent.get(question);
		if (recent) return recent;
		const answer = ask();
		this.#recent.set(question, answer);
		answer.catch(() => {
			if (this.#recent.peek(question) === answer) this.#recent.delete(question);
		});
		return answer;
	}

	forget(): void {
		this.#recent.clear();
	}
}
