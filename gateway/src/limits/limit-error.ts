import { GraphQLError } from 'graphql';

/** What an operation has too much of, by the code of its refusal. */
export type LimitCode =
	| 'TOO_DEEP'
	| 'TOO_MANY_ALIASES'
	| 'TOO_MANY_DIRECTIVES'
	| 'TOO_MANY_TOKENS'
	| 'TOO_MANY_EQUAL_FIELDS'
	| 'TOO_COSTLY'
	| 'BATCH_TOO_LARGE'
	| 'BODY_TOO_LARGE'
	| 'TOO_MANY_OPERATIONS'
	| 'REQUEST_TIMEOUT'
	| 'RATE_LIMITED';

/**
 * Refuses what is over a limit, in words and in figures: `extensions` has the code, the limit and what was asked.
 *
 * @param status of the HTTP answer
 */
export function overLimit(
	code: LimitCode,
	message: string,
	{ limit, asked, status = 400 }: { limit: number; asked: number; status?: number },
): GraphQLError {
	return new GraphQLError(message, { extensions: { code, limit, asked, http: { status } } });
}
