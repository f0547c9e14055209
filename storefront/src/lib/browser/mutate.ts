import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import type { Operation } from '#lib/graphql/operation.ts';
import { documentOf, shopClient } from './apollo.ts';

/** The browser's session has ended; the server starts a new one with the next page. */
export class SessionEnded extends Error {
	override name = 'SessionEnded';
}

/** One mutation from the browser. @throws SessionEnded, or what Apollo Client throws when there is no answer */
export async function mutate<Data, Variables>(
	gatewayUrl: string,
	operation: Operation<Data, Variables>,
	variables: Variables,
): Promise<Data> {
	try {
		const { data } = await shopClient(gatewayUrl).apollo.mutate({
			mutation: documentOf(operation),
			variables: variables as Variables & Record<string, unknown>,
			fetchPolicy: 'no-cache',
		});
		if (!data) throw new Error('The gateway gave no data');
		return data as Data;
	} catch (error) {
		throw isUnauthenticated(error) ? new SessionEnded('The session has ended', { cause: error }) : error;
	}
}

function isUnauthenticated(error: unknown): boolean {
	if (ServerError.is(error)) return error.statusCode === 401;
	return (
		CombinedGraphQLErrors.is(error) &&
		error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')
	);
}
