/** How long, and by whom, an answer may be kept, as GraphQL servers tell it in `Cache-Control`. */
export interface CachePolicy {
	/** Seconds; 0 is not at all. */
	maxAge: number;
	scope: 'PUBLIC' | 'PRIVATE';
}

/** What is not said to be cacheable is not. */
const uncacheable: CachePolicy = { maxAge: 0, scope: 'PRIVATE' };

/** The policy in a `Cache-Control` header: that of the least cacheable field of the answer. */
export function cachePolicyIn(header: string | string[] | undefined): CachePolicy {
	if (typeof header !== 'string' || /\bno-(?:store|cache)\b/.test(header)) return uncacheable;
	const maxAge = /\bmax-age=(\d+)/.exec(header)?.[1];
	if (maxAge === undefined) return uncacheable;
	return { maxAge: Number(maxAge), scope: /\bprivate\b/.test(header) ? 'PRIVATE' : 'PUBLIC' };
}
