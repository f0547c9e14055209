import { composeServices } from '@apollo/composition';
import { Supergraph as ComposedSupergraph, operationFromDocument } from '@apollo/federation-internals';
import {
	buildOperationContext,
	executeQueryPlan,
	type GraphQLDataSource,
	LocalGraphQLDataSource,
} from '@apollo/gateway';
import { QueryPlanner } from '@apollo/query-planner';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ExecutionResult, type GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { AnswerJson } from '../../src/execution/answer-json.ts';
import type { RequestContext } from '../../src/execution/run.ts';
import { Supergraph } from '../../src/federation/supergraph.ts';

/** A subgraph in this process: its schema, after federation's own line, and its resolvers. */
export interface TestSubgraph {
	schema: string;
	resolvers: object;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
	"@key", "@external", "@requires", "@provides", "@shareable", "@override", "@inaccessible", "@interfaceObject"
])`;

/** What clients get, in a form that can be compared. */
export interface Outcome {
	data: unknown;
	errors: string[];
	/** What completing the answer found wrong in it. */
	invalid: string[];
}

/** A federation of subgraphs in this process, executed by this gateway and by @apollo/gateway. */
export class FederationUnderTest {
	/** The fetches of the last execution, as `subgraph: text`. */
	readonly fetches: string[] = [];
	readonly #supergraph: Supergraph;
	readonly #apollos: ReturnType<typeof apollosOwn>;
	readonly #dataSources: Record<string, GraphQLDataSource>;

	constructor(subgraphs: Record<string, TestSubgraph>) {
		const parsed = Object.entries(subgraphs).map(([name, { schema, resolvers }]) => ({
			name,
			url: `http://${name}`,
			typeDefs: parse(`${link}\n${schema}`),
			resolvers,
		}));
		const { errors, supergraphSdl } = composeServices(parsed);
		if (errors) throw errors[0];
		this.#supergraph = new Supergraph(supergraphSdl);
		this.#apollos = apollosOwn(supergraphSdl);
		this.#dataSources = Object.fromEntries(
			parsed.map(({ name, typeDefs, resolvers }) => {
				const source = new LocalGraphQLDataSource(
					buildSubgraphSchema({ typeDefs, resolvers: resolvers as never }),
				);
				return [name, { process: (options) => this.#asked(name, source, options) } as GraphQLDataSource];
			}),
		);
	}

	/** What clients see. */
	get schema(): GraphQLSchema {
		return this.#supergraph.schema;
	}

	async ours(query: string, variables: Record<string, unknown> = {}): Promise<Outcome> {
		this.fetches.length = 0;
		const supergraph = this.#supergraph;
		const document = parse(query);
		const [invalid] = validate(supergraph.schema, document);
		if (invalid) throw invalid;
		const planned = supergraph.plan(document, query, undefined);
		const requestContext = contextOf(variables);
		return outcomeOf(await planned.execute({ variables, dataSources: this.#dataSources, requestContext }));
	}

	async apollos(query: string, variables: Record<string, unknown> = {}): Promise<Outcome> {
		const { planner, apiSchema, schema, supergraphSchema } = this.#apollos;
		const operationDocument = parse(query);
		const plan = planner.buildQueryPlan(operationFromDocument(apiSchema, operationDocument));
		const result = await executeQueryPlan(
			plan,
			this.#dataSources,
			contextOf(variables),
			buildOperationContext({ schema, operationDocument }),
			supergraphSchema,
			apiSchema,
		);
		return outcomeOf(result as ExecutionResult);
	}

	#asked(name: string, source: GraphQLDataSource, options: Parameters<GraphQLDataSource['process']>[0]) {
		this.fetches.push(`${name}: ${options.request.query}`);
		// As over HTTP: nothing is shared with the subgraph.
		return source.process(options).then((answer) => {
			const body = JSON.stringify(answer);
			const json = AnswerJson.of(Buffer.from(body));
			return { ...JSON.parse(body), ...(json ? { json } : {}) };
		});
	}
}

/** What @apollo/gateway makes of a supergraph for its execution. */
function apollosOwn(sdl: string) {
	const composed = ComposedSupergraph.build(sdl);
	const apiSchema = composed.apiSchema();
	return {
		planner: new QueryPlanner(composed),
		apiSchema,
		schema: apiSchema.toGraphQLJSSchema(),
		supergraphSchema: composed.schema.toGraphQLJSSchema(),
	};
}

function contextOf(variables: Record<string, unknown>): RequestContext {
	const logger = { debug() {}, info() {}, warn() {}, error() {} };
	return { request: { variables }, context: {}, metrics: {}, logger } as unknown as RequestContext;
}

function outcomeOf({ data, errors = [], extensions = {} }: ExecutionResult): Outcome {
	const told = (list: readonly GraphQLError[]) =>
		list.map(({ message, path, extensions: { code } }) => [message, path?.join('.') ?? '', code].join(' | '));
	return {
		data: JSON.parse(JSON.stringify(data ?? null)),
		errors: told(errors).toSorted(),
		invalid:
			(extensions.valueCompletion as GraphQLError[] | undefined)
				?.map(({ message, path }) => `${message} | ${path?.join('.')}`)
				.toSorted() ?? [],
	};
}
