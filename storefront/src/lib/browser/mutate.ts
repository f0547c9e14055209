import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import type { Operation } from '#lib/graphql/operation.ts';
import { documentOf, shopClient } from './apollo.ts';

/** The browser's session has ended; the server starts a new one with the next page. */
export class SessionEnded extends Error {
	override name = 'SessionEnded';
}

const longestWaitMs = 10_000;

/**
 * One mutation from the browser. A field whose service is away is null in the answer.
 *
 * @throws SessionEnded, or what Apollo Client throws when there is no answer
 */
export async function mutate<Data, Variables>(
	gatewayUrl: string,
	operation: Operation<Data, Variables>,
	variables: Variables,
): Promise<Data> {
	return answered(
		shopClient(gatewayUrl).apollo.mutate({
			mutation: documentOf(operation),
			variables: variables as Variables & Record<string, unknown>,
			...once(),
		}),
	);
}

/** One question from the browser, as `mutate`. */
export async function ask<Data, Variables>(
	gatewayUrl: string,
	operation: Operation<Data, Variables>,
	variables: Variables,
): Promise<Data> {
	return answered(
		shopClient(gatewayUrl).apollo.query({
			query: documentOf(operation),
			variables: variables as Variables & Record<string, unknown>,
			...once(),
		}),
	);
}

/** Always asked of the gateway, and given up when it does not answer. */
const once = () =>
	({
		fetchPolicy: 'no-cache',
		errorPolicy: 'all',
		context: { fetchOptions: { signal: AbortSignal.timeout(longestWaitMs) } },
	}) as const;

async function answered<Data>(asking: Promise<{ data?: unknown; error?: unknown }>): Promise<Data> {
	const { data, error } = await asking.catch((failure: unknown) => ({ data: null, error: failure }));
	if (isUnauthenticated(error)) throw new SessionEnded('The session has ended', { cause: error });
	if (!data) throw error ?? new Error('The gateway gave no data');
	return data as Data;
}

function isUnauthenticated(error: unknown): boolean {
	if (ServerError.is(error)) return error.statusCode === 401;
	return (
		CombinedGraphQLErrors.is(error) &&
		error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')
	);
}
