import {
	ApolloClient,
	ApolloLink,
	gql,
	HttpLink,
	InMemoryCache,
	type TypedDocumentNode,
} from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import type { Operation } from '#lib/graphql/operation.ts';

const longestWaitMs = 10_000;

export interface ShopClient {
	apollo: ApolloClient;
	/** The socket of the subscriptions, to watch whether it is up. */
	socket: Client;
}

let client: ShopClient | undefined;

/** The browser's one client of the gateway. The session's cookie goes along by itself, over HTTP and the socket. */
export function shopClient(gatewayUrl: string): ShopClient {
	client ??= makeClient(`${gatewayUrl}/graphql`);
	return client;
}

function makeClient(url: string): ShopClient {
	const socket = createClient({
		url: url.replace(/^http/, 'ws'),
		retryAttempts: Number.POSITIVE_INFINITY,
		shouldRetry: () => true,
		retryWait: (retries) => pause(Math.min(longestWaitMs, 500 * 2 ** retries) * (0.75 + Math.random() / 2)),
	});
	// As the server does: it reads the same from the browser's Accept-Language.
	const locale = new ApolloLink((operation, forward) => {
		operation.variables = { locale: navigator.language, ...operation.variables };
		return forward(operation);
	});
	const http = new HttpLink({ uri: url, credentials: 'include' });
	const link = ApolloLink.split(
		({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
		new GraphQLWsLink(socket),
		http,
	);
	return { apollo: new ApolloClient({ link: locale.concat(link), cache: new InMemoryCache() }), socket };
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

const documents = new WeakMap<object, TypedDocumentNode>();

/** An operation as Apollo Client takes it, parsed once. */
export function documentOf<Data, Variables>(
	operation: Operation<Data, Variables>,
): TypedDocumentNode<Data, Variables & Record<string, unknown>> {
	const document = documents.get(operation) ?? gql(operation.text);
	documents.set(operation, document);
	return document as TypedDocumentNode<Data, Variables & Record<string, unknown>>;
}
