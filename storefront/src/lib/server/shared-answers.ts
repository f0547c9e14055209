import { LRUCache } from 'lru-cache';

/** For so long a page may be behind the catalogue: the gateway itself learns of a change at once. */
const longestMs = 2_000;
const most = 500;

/**
 * Answers that the gateway lets anybody have (`Cache-Control: public`), kept for a moment: in a rush, all visitors of a
 * page ask the same.
 */
export class SharedAnswers<Answer extends object> {
	readonly #kept: LRUCache<string, Answer>;

	/** @param now milliseconds from any time on */
	constructor(now: () => number = performance.now.bind(performance)) {
		this.#kept = new LRUCache({ max: most, ttlResolution: 0, perf: { now } });
	}

	find(question: string): Answer | undefined {
		return this.#kept.get(question);
	}

	/** @param cacheControl the header that came with the answer */
	keep(question: string, answer: Answer, cacheControl: string | undefined): void {
		const ttl = Math.min(longestMs, publicSeconds(cacheControl) * 1_000);
		if (ttl > 0) this.#kept.set(question, answer, { ttl });
	}
}

function publicSeconds(cacheControl = ''): number {
	const directives = cacheControl.split(',').map((directive) => directive.trim().toLowerCase());
	if (!directives.includes('public')) return 0;
	const age = directives.find((directive) => directive.startsWith('max-age='));
	return Number(age?.slice('max-age='.length)) || 0;
}
