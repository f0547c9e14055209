import { Supergraph as ComposedSupergraph, type Schema } from '@apollo/federation-internals';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { QueryPlanner } from '@apollo/query-planner';
import type { Logger } from '@infinite-blob/service/logger';
import type { GraphQLSchema } from 'graphql';

/** What it takes to plan and execute an operation on the supergraph by hand, as subscriptions need it. */
export interface Supergraph {
	/** What clients see. */
	schema: GraphQLSchema;
	apiSchema: Schema;
	/** What the plans are about. */
	supergraphSchema: GraphQLSchema;
	planner: QueryPlanner;
	dataSources: Record<string, GraphQLDataSource>;
}

export interface Federation {
	gateway: ApolloGateway;
	/** The supergraph in force; there is one as soon as the gateway has loaded. */
	current(): Supergraph;
}

/** @param dataSources one for each subgraph of the supergraph */
export function federate(
	supergraphSdl: string,
	dataSources: Record<string, GraphQLDataSource>,
	logger: Logger,
): Federation {
	// biome-ignore lint/style/noProcessEnv: @apollo/gateway reports its use to Apollo unless told not to here
	process.env.APOLLO_TELEMETRY_DISABLED = '1';
	let current: Supergraph | undefined;
	const gateway = new ApolloGateway({
		supergraphSdl,
		buildService({ name }) {
			const dataSource = dataSources[name];
			if (!dataSource) throw new Error(`The supergraph has a subgraph "${name}" that nothing serves.`);
			return dataSource;
		},
		logger: quiet(logger),
		__exposeQueryPlanExperimental: false,
	});
	gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
		const built = ComposedSupergraph.build(coreSupergraphSdl, { validateSupergraph: false });
		current = {
			schema: apiSchema,
			apiSchema: built.apiSchema(),
			supergraphSchema: built.schema.toGraphQLJSSchema(),
			planner: new QueryPlanner(built),
			dataSources,
		};
	});
	return {
		gateway,
		current() {
			if (!current) throw new Error('The supergraph is not loaded yet.');
			return current;
		},
	};
}

/** The names and routing addresses of a supergraph's subgraphs. */
export function subgraphsOf(supergraphSdl: string): { name: string; url?: string | undefined }[] {
	const built = ComposedSupergraph.build(supergraphSdl, { validateSupergraph: false });
	return built.subgraphsMetadata().map(({ name, url }) => ({ name, url }));
}

/** Apollo's loggers take one text; what it tells of its own start is of no use to an operator. */
function quiet(logger: Logger) {
	return {
		debug: (message: unknown) => logger.debug(String(message)),
		info: (message: unknown) => logger.debug(String(message)),
		warn: (message: unknown) => logger.warn(String(message)),
		error: (message: unknown) => logger.error(String(message)),
	};
}
