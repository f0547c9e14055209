import { findBreakingChanges, findDangerousChanges, type GraphQLSchema } from 'graphql';

/** A breaking change that was decided on. */
export interface DeclaredBreak {
	/** As the check words it. */
	change: string;
	/** Why, and what consumers are to do instead. */
	reason: string;
}

/** How an API differs from what its consumers were promised. */
export interface ApiChanges {
	/** Breaks that nobody declared. */
	undeclared: string[];
	/** Declarations of breaks that there are not. */
	unfounded: string[];
	/** What may surprise a consumer and breaks none that follows the specification, such as one more enum value. */
	dangerous: string[];
}

/** Compares an API with what was promised, by graphql's own rules of what breaks a consumer. */
export function apiChanges(
	promised: GraphQLSchema,
	present: GraphQLSchema,
	declared: readonly DeclaredBreak[],
): ApiChanges {
	const breaking = findBreakingChanges(promised, present).map(({ description }) => description);
	const known = new Set(declared.map(({ change }) => change));
	return {
		undeclared: breaking.filter((change) => !known.has(change)),
		unfounded: [...known].filter((change) => !breaking.includes(change)),
		dangerous: findDangerousChanges(promised, present).map(({ description }) => description),
	};
}
