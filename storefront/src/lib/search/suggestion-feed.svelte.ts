import type { Suggestion } from './suggestion.ts';

const waitMs = 120;

/** Suggestions for what is being typed: asked for when typing pauses, and those of an older text never shown. */
export class SuggestionFeed {
	suggestions = $state.raw<Suggestion[]>([]);
	readonly #get: (url: string, signal: AbortSignal) => Promise<Response>;

	constructor(get: (url: string, signal: AbortSignal) => Promise<Response>) {
		this.#get = get;
	}

	/** @returns what ends the wait for this text's suggestions */
	ask(typed: string): () => void {
		const asked = new AbortController();
		const prefix = typed.trim();
		const timer = setTimeout(() => this.#load(prefix, asked.signal), prefix ? waitMs : 0);
		return () => {
			clearTimeout(timer);
			asked.abort();
		};
	}

	async #load(prefix: string, signal: AbortSignal): Promise<void> {
		const suggestions = prefix ? await this.#fetch(prefix, signal) : [];
		if (!signal.aborted) this.suggestions = suggestions;
	}

	/** None where they cannot be had: one can search without them. */
	async #fetch(prefix: string, signal: AbortSignal): Promise<Suggestion[]> {
		try {
			const response = await this.#get(`/search/suggestions?${new URLSearchParams({ q: prefix })}`, signal);
			return response.ok ? await response.json() : [];
		} catch {
			return [];
		}
	}
}
