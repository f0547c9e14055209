import {
	Supergraph as ComposedSupergraph,
	operationFromDocument,
	type Schema,
} from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, type GraphQLSchema, getOperationAST, Kind } from 'graphql';
import { LRUCache } from 'lru-cache';
import { PlannedOperation } from '../execution/planned-operation.ts';
import { tokensOf } from '../limits/count-tokens.ts';

/** A subgraph as the supergraph names it. */
export interface SubgraphDefinition {
	name: string;
	/** Where it is, unless it is configured to be elsewhere. */
	url: string | undefined;
}

/** Tokens of all documents whose plans are kept; each takes about 600 bytes. */
const capacity = 200_000;

/** One composed supergraph: its schemas, its planner and the plans made so far. A reload makes another one. */
export class Supergraph {
	readonly sdl: string;
	/** What clients see. */
	readonly schema: GraphQLSchema;
	/** What plans are about: all that the subgraphs have. */
	readonly supergraphSchema: GraphQLSchema;
	readonly subgraphs: readonly SubgraphDefinition[];
	readonly #apiSchema: Schema;
	readonly #planner: QueryPlanner;
	readonly #plans = new LRUCache<string, PlannedOperation>({ maxSize: capacity });

	/** @throws when the text is no supergraph */
	constructor(sdl: string) {
		const composed = ComposedSupergraph.build(sdl);
		this.sdl = sdl;
		this.#apiSchema = composed.apiSchema();
		this.schema = this.#apiSchema.toGraphQLJSSchema();
		this.supergraphSchema = composed.schema.toGraphQLJSSchema();
		this.subgraphs = composed.subgraphsMetadata().map(({ name, url }) => ({ name, url }));
		this.#planner = new QueryPlanner(composed);
	}

	/**
	 * An operation with its plan. To plan takes milliseconds, so that each is planned once.
	 *
	 * @param document a valid one
	 * @param hash of the document's text
	 * @throws GraphQLError when the document has no such operation, or one that takes too long to plan
	 */
	plan(document: DocumentNode, hash: string, operationName: string | undefined): PlannedOperation {
		const key = operationName && hasSeveral(document) ? `${hash} ${operationName}` : hash;
		let planned = this.#plans.get(key);
		if (!planned) {
			planned = this.#makePlan(document, operationName);
			this.#plans.set(key, planned, { size: tokensOf(document) });
		}
		return planned;
	}

	#makePlan(document: DocumentNode, operationName: string | undefined): PlannedOperation {
		const operation = getOperationAST(document, operationName);
		if (!operation)
			throw new GraphQLError('Name the operation to run: the document has none of that name, or several.');
		const normalized = operationFromDocument(
			this.#apiSchema,
			document,
			operationName ? { operationName } : {},
		);
		const plan = this.#planner.buildQueryPlan(normalized);
		return new PlannedOperation(operation, document, plan, this.schema, this.supergraphSchema);
	}
}

function hasSeveral({ definitions }: DocumentNode): boolean {
	return definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length > 1;
}
