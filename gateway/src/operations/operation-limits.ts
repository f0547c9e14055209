import type { Supergraph } from '../federation/supergraph.ts';
import { type LimitCode, overLimit } from '../limits/limit-error.ts';
import type { Documents, KnownDocument } from './documents.ts';

/** How large an operation may be. */
export interface OperationLimits {
	depth: number;
	aliases: number;
	directives: number;
	tokens: number;
	cost: number;
}

/** What a client asks to run. */
export interface OperationRequest {
	query: string;
	operationName?: string | undefined;
	variables?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Reads an operation's document and refuses one that is too large, before it is validated or planned, either of which
 * a large one makes slow.
 *
 * @throws GraphQLError when it is over a limit, or the text is no document
 */
export function readWithinLimits(
	documents: Documents,
	limits: OperationLimits,
	supergraph: Supergraph,
	{ query, operationName, variables = {} }: OperationRequest,
): KnownDocument {
	const known = documents.read(query);
	const { depth, aliases, directives, tokens } = known.measure;
	refuseOver(
		'TOO_DEEP',
		limits.depth,
		depth,
		(limit, asked) => `Fields may be nested ${limit} deep; here they are ${asked}.`,
	);
	refuseOver(
		'TOO_MANY_ALIASES',
		limits.aliases,
		aliases,
		(limit, asked) => `A document may have ${limit} aliases; this one has ${asked}.`,
	);
	refuseOver(
		'TOO_MANY_DIRECTIVES',
		limits.directives,
		directives,
		(limit, asked) => `A document may have ${limit} directives; this one has ${asked}.`,
	);
	refuseOver(
		'TOO_MANY_TOKENS',
		limits.tokens,
		tokens,
		(limit, asked) =>
			`A document may have ${limit} tokens, its fragments spread out; this one has at least ${asked}.`,
	);
	const cost = known.cost(supergraph, operationName, variables);
	refuseOver(
		'TOO_COSTLY',
		limits.cost,
		cost,
		(limit, asked) =>
			`An operation may ask for ${limit} objects, lists counted in full; this one asks for up to ${asked}. Ask for fewer entries of lists, or for fewer lists in lists.`,
	);
	return known;
}

function refuseOver(
	code: LimitCode,
	limit: number,
	asked: number,
	message: (limit: number, asked: number) => string,
): void {
	if (asked > limit) throw overLimit(code, message(limit, asked), { limit, asked });
}
