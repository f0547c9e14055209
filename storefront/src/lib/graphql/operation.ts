/** A GraphQL document with the types of what goes in and what comes out. */
export interface Operation<Data, Variables> {
	readonly text: string;
	/** For the type checker alone. */
	readonly types?: (variables: Variables) => Data;
}

/** An operation from its text and the fragments it spreads. */
export function operation<Data, Variables>(text: string, ...fragments: string[]): Operation<Data, Variables> {
	return { text: [text, ...new Set(fragments)].join('\n') };
}
