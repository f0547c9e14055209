import { compile, type Matcher } from './matcher.ts';
import { parseQuery } from './query.ts';
import type { SearchIndex } from './search-index.ts';

/** A page, how many there are in all and what they have in common are asked for in a row. */
const REMEMBERED = 8;

export interface QuerySettings {
	readonly dialect: number;
	readonly params: ReadonlyMap<string, string>;
	readonly verbatim: boolean;
	readonly inFields?: readonly string[] | undefined;
}

/** What finds a query's documents: made anew, or what found them before if nothing has changed since. */
export function matcherOf(index: SearchIndex, text: string, settings: QuerySettings): Matcher {
	const { dialect, params, verbatim, inFields } = settings;
	const id = JSON.stringify([text, dialect, [...params], verbatim, inFields]);
	const known = index.recent.get(id);
	if (known) return known;
	const matcher = compile(parseQuery(text, dialect, params), { index, verbatim, fields: inFields });
	if (index.recent.size === REMEMBERED) index.recent.delete(index.recent.keys().next().value!);
	index.recent.set(id, matcher);
	return matcher;
}
