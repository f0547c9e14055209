import type { Server } from 'node:http';
import { contextHeader, type RequestContext } from '@infinite-blob/session/request-context';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { KnownDocuments } from './known-documents.ts';

/**
 * Serves a subgraph's subscriptions over graphql-ws. One socket carries the subscriptions of many viewers, so each
 * operation bears its own signed context, in `extensions` under the name of the header.
 */
export function serveSubscriptions(
	server: Server,
	schema: GraphQLSchema,
	contextOf: (header: string | undefined) => RequestContext | undefined,
	makeContext: (context: RequestContext) => object,
): AsyncDisposable {
	const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: 1024 * 1024 });
	const documents = new KnownDocuments();
	const disposable = useServer(
		{
			schema,
			parse: (text) => documents.parse(String(text)),
			validate: (against, document) => documents.validate(against, document),
			onConnect: ({ connectionParams }) =>
				contextOf(connectionParams?.[contextHeader] as string) !== undefined,
			context(_, __, payload) {
				const context = contextOf(payload.extensions?.[contextHeader] as string | undefined);
				if (!context) throw new GraphQLError('The operation bears no valid signature.');
				return makeContext(context);
			},
		},
		sockets,
	);
	return {
		async [Symbol.asyncDispose]() {
			await disposable.dispose();
			sockets.close();
		},
	};
}
