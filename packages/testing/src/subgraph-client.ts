import { randomUUID } from 'node:crypto';
import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import type { Viewer } from '@infinite-blob/session/viewer';
import type { GraphQLFormattedError } from 'graphql';

/** The secret that services under test share. */
export const testSecret = 'test-secret-'.repeat(4);

/** A subgraph's answer; `errors` is empty when there were none. */
export interface Answer {
	status: number;
	data: any;
	errors: GraphQLFormattedError[];
}

/** Asks a subgraph directly, signed as the gateway would for this viewer. */
export async function ask(
	url: string,
	viewer: Viewer,
	query: string,
	variables: Record<string, unknown> = {},
): Promise<Answer> {
	const context = { viewer, address: '127.0.0.1', requestId: randomUUID() };
	const response = await fetch(`${url}/graphql`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			[contextHeader]: signContext(context, testSecret, Date.now()),
		},
		body: JSON.stringify({ query, variables }),
	});
	const { data, errors = [] } = (await response.json()) as Partial<Answer>;
	return { status: response.status, data, errors };
}
