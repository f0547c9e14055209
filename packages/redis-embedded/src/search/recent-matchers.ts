import { compile, type Matcher } from './matcher.ts';
import { parseQuery } from './query.ts';
import { QuerySets } from './query-sets.ts';
import type { SearchIndex } from './search-index.ts';

/** A page, how many there are in all and what they have in common are asked for in a row, by many at once. */
const REMEMBERED = 64;

export interface QuerySettings {
	readonly dialect: number;
	readonly params: ReadonlyMap<string, string>;
	readonly verbatim: boolean;
	readonly inFields?: readonly string[] | undefined;
}

/** What the last queries over an index found, by their texts, until something changes. */
export class RecentMatchers {
	private readonly known = new Map<string, { matcher: Matcher; sets: QuerySets }>();

	/** What finds a query's documents: made anew, or what found them before if nothing has changed since. */
	of(index: SearchIndex, text: string, settings: QuerySettings): Matcher {
		const { dialect, params, verbatim, inFields } = settings;
		const id = JSON.stringify([text, dialect, [...params], verbatim, inFields]);
		const known = this.known.get(id);
		if (known) return known.matcher;
		const sets = new QuerySets();
		const options = { index, verbatim, fields: inFields, sets };
		const matcher = compile(parseQuery(text, dialect, params), options);
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
