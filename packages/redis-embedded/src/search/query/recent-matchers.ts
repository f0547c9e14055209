import { stemmer } from '../fields/tokenize.ts';
import type { SearchIndex } from '../search-index.ts';
import type { QueryOptions } from '../search-options.ts';
import { compile } from './compile.ts';
import type { Matcher } from './matcher.ts';
import { parseQuery, type QueryNode } from './query.ts';
import { QuerySets } from './query-sets.ts';

/** A page, how many there are in all and what they have in common are asked for in a row, by many at once. */
const REMEMBERED = 64;
/** A longer query is not remembered. */
const MAX_LENGTH = 10_000;
const NO_WORDS: ReadonlySet<string> = new Set();

/** What the last queries over an index found, by their texts, until something changes. */
export class RecentMatchers {
	private readonly known = new Map<string, { matcher: Matcher; sets: QuerySets }>();

	/** What finds a query's documents: made anew, or what found them before if nothing has changed since. */
	of(index: SearchIndex, text: string, options: QueryOptions): Matcher {
		const { dialect, params, verbatim, stopWords, language, inFields, slop, inOrder, filters } = options;
		const settings = [dialect, [...params], verbatim, stopWords, language, inFields, slop, inOrder, filters];
		const id = JSON.stringify([text, settings]);
		const known = this.known.get(id);
		if (known) return known.matcher;
		const sets = new QuerySets();
		const query = parseQuery(text, {
			...{ dialect, params },
			stopWords: stopWords ? index.definition.stopWords : NO_WORDS,
		});
		index.usage.dialects.add(dialect);
		const matcher = compile(filtered(query, filters), {
			...{ index, sets, verbatim, slop, inOrder },
			stemOf: stemmer(language ?? index.definition.language),
			fields: index.text.bitsOf(inFields),
		});
		if (id.length > MAX_LENGTH) return matcher;
		if (this.known.size === REMEMBERED) this.forget(this.known.keys().next().value!);
		this.known.set(id, { matcher, sets });
		return matcher;
	}

	clear(): void {
		for (const id of this.known.keys()) this.forget(id);
	}

	private forget(id: string): void {
		this.known.get(id)?.sets.release();
		this.known.delete(id);
	}
}

/** Filters are parts of the query like those that it names. */
function filtered(query: QueryNode | null, filters: readonly QueryNode[]): QueryNode | null {
	if (query === null || filters.length === 0) return query;
	if (query.type === 'and') return { ...query, nodes: [...filters, ...query.nodes] };
	return { type: 'and', nodes: [...filters, query] };
}
