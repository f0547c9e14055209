// @apollo/gateway behind @apollo/server as their documentation sets them up, to be measured against.
// Arguments: port, supergraph.
import { readFileSync } from 'node:fs';
import {
	ApolloGateway,
	type GraphQLDataSourceProcessOptions,
	RemoteGraphQLDataSource,
} from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { contextHeader } from '@infinite-blob/session/request-context';

interface Context {
	signed?: string | undefined;
}

class SignedDataSource extends RemoteGraphQLDataSource<Context> {
	override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<Context>) {
		if (context.signed) request.http?.headers.set(contextHeader, context.signed);
	}
}

const [port, supergraph] = process.argv.slice(2);
const gateway = new ApolloGateway({
	supergraphSdl: readFileSync(supergraph!, 'utf8'),
	buildService: ({ url = '' }) => new SignedDataSource({ url }),
});
const server = new ApolloServer<Context>({ gateway });
await startStandaloneServer(server, {
	listen: { port: Number(port), host: '127.0.0.1' },
	context: async ({ req }) => ({ signed: req.headers[contextHeader] as string | undefined }),
});
