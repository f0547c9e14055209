import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { unresolvedOperation } from '../errors.ts';
import type { RequestContext } from '../execution/run.ts';
import { variableErrors } from '../execution/variables.ts';
import { Supergraph } from './supergraph.ts';

interface FederatedGatewayOptions {
	sdl: string;
	connect: (supergraph: Supergraph) => Connections;
	logger: ApolloLogger;
}

type ApolloLogger = NonNullable<ConstructorParameters<typeof ApolloGateway>[0]>['logger'] & object;

/** How the subgraphs of a supergraph are reached. */
export interface Connections {
	/** What asks each subgraph, by its name. */
	dataSources: Readonly<Record<string, GraphQLDataSource>>;
	/** A subgraph's /graphql address. */
	addressOf(subgraph: string): string;
}

/** A supergraph with the connections to its subgraphs. */
export interface Federation extends Connections {
	supergraph: Supergraph;
}

/**
 * Apollo's gateway with an execution of our own: it does once for an operation what Apollo's does for each request
 * (docs/decisions/0013-an-execution-of-our-own.md). Loading, reloading and planning are Apollo's.
 */
export class FederatedGateway extends ApolloGateway {
	readonly #options: FederatedGatewayOptions;
	readonly #update: (sdl: string) => void;
	/** A request is executed on the supergraph that it was validated against, though another one came meanwhile. */
	readonly #bySchema = new WeakMap<GraphQLSchema, Federation>();
	#current: Federation;

	/** @throws when the supergraph is none */
	constructor(options: FederatedGatewayOptions) {
		// biome-ignore lint/style/noProcessEnv: @apollo/gateway reports its use to Apollo unless told not to here
		process.env.APOLLO_TELEMETRY_DISABLED = '1';
		let update: ((sdl: string) => void) | undefined;
		super({
			supergraphSdl: async (hooks) => {
				update = hooks.update;
				return { supergraphSdl: options.sdl };
			},
			// Of the gateway's own execution, which is not used.
			buildService: () => ({ process: async () => ({}) }),
			logger: options.logger,
			__exposeQueryPlanExperimental: false,
		});
		this.#options = options;
		this.#update = (sdl) => update?.(sdl);
		const supergraph = new Supergraph(options.sdl);
		this.#current = { supergraph, ...options.connect(supergraph) };
		this.onSchemaLoadOrUpdate(({ apiSchema }) => this.#bySchema.set(apiSchema, this.#current));
	}

	/** The supergraph in force. */
	get current(): Federation {
		return this.#current;
	}

	/**
	 * Puts another supergraph in force; requests and subscriptions that run go on with the one they began on.
	 *
	 * @param warm makes plans before the first request needs them
	 * @throws when the text is no supergraph; the one in force stays
	 */
	async replace(sdl: string, warm: (supergraph: Supergraph) => Promise<void>): Promise<void> {
		const supergraph = new Supergraph(sdl);
		await warm(supergraph);
		const before = this.#current;
		this.#current = { supergraph, ...this.#options.connect(supergraph) };
		try {
			this.#update(sdl);
		} catch (error) {
			this.#current = before;
			this.#options.connect(before.supergraph);
			throw error;
		}
	}

	override executor = async (requestContext: RequestContext): Promise<ExecutionResult> => {
		const { request, document, queryHash, schema, operation } = requestContext;
		if (!operation) return { errors: [unresolvedOperation()] };
		const { supergraph, dataSources } = this.#bySchema.get(schema) ?? this.#current;
		const { variables = {} } = request;
		const planned = supergraph.plan(document, queryHash, request.operationName);
		if (planned.primary) return { errors: [new GraphQLError('Subscriptions are not executed over HTTP.')] };
		const errors = variableErrors(supergraph.schema, planned.operation, variables);
		if (errors.length > 0) return { errors };
		return planned.execute({ variables, dataSources, requestContext });
	};
}
