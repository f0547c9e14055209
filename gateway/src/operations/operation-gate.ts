import type { Viewer } from '@infinite-blob/session/viewer';
import {
	GraphQLError,
	type GraphQLErrorExtensions,
	getOperationAST,
	NoSchemaIntrospectionCustomRule,
	type OperationDefinitionNode,
	specifiedRules,
	type ValidationRule,
} from 'graphql';
import { unresolvedOperation } from '../errors.ts';
import type { PlannedOperation } from '../execution/planned-operation.ts';
import type { FederatedGateway, Federation } from '../federation/federated-gateway.ts';
import type { Supergraph } from '../federation/supergraph.ts';
import type { Documents, KnownDocument } from './documents.ts';
import { type OperationLimits, type OperationRequest, readWithinLimits } from './operation-limits.ts';
import type { PersistedOperations, PersistedRequest } from './persisted-operations.ts';

/** A request as it came, of which nothing is known yet. */
export interface GivenOperation extends PersistedRequest {
	operationName?: unknown;
	variables?: unknown;
}

/** A valid operation, which may be run. */
export interface AdmittedOperation {
	known: KnownDocument;
	operation: OperationDefinitionNode;
	/** What it was validated against. */
	federation: Federation;
	planned: PlannedOperation;
	/** How long it took to plan it; next to nothing where its plan was known. */
	planningMs: number;
}

/**
 * What every operation passes first, however it comes: what it stands for, whether it may run, whether it is too large,
 * whether it is valid, and how it will be run.
 */
export class OperationGate {
	readonly #gateway: FederatedGateway;
	readonly #limits: OperationLimits;
	readonly #persisted: PersistedOperations;
	readonly #documents: Documents;
	readonly #rules: readonly ValidationRule[];

	/** @param introspection whether clients may ask for the schema */
	constructor(
		gateway: FederatedGateway,
		limits: OperationLimits,
		persisted: PersistedOperations,
		documents: Documents,
		introspection: boolean,
	) {
		this.#gateway = gateway;
		this.#limits = limits;
		this.#persisted = persisted;
		this.#documents = documents;
		this.#rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
	}

	/**
	 * @returns nothing when the request names no operation
	 * @throws GraphQLErrors, one or a list of several, with the code that says why it is refused
	 */
	async admit(
		{ query, extensions, operationName, variables }: GivenOperation,
		viewer: Viewer,
	): Promise<AdmittedOperation | undefined> {
		const resolved = await this.#persisted.resolve({ query, extensions }, viewer.kind === 'admin');
		if (!resolved) return undefined;
		const request = {
			query: resolved.query,
			operationName: typeof operationName === 'string' ? operationName : undefined,
			variables: typeof variables === 'object' && variables ? { ...variables } : undefined,
		};
		const federation = this.#gateway.current;
		const known = this.#read(federation.supergraph, request);
		const invalid = known.validate(federation.supergraph.schema, this.#rules);
		if (invalid.length > 0) throw invalid.map((error) => withCode('GRAPHQL_VALIDATION_FAILED', error));
		this.#documents.remember(known);
		const operation = getOperationAST(known.document, request.operationName);
		if (!operation) throw unresolvedOperation();
		const began = performance.now();
		const planned = plan(federation, known, request.operationName);
		const planningMs = performance.now() - began;
		resolved.keep?.();
		return { known, operation, federation, planned, planningMs };
	}

	#read(supergraph: Supergraph, request: OperationRequest): KnownDocument {
		try {
			return readWithinLimits(this.#documents, this.#limits, supergraph, request);
		} catch (error) {
			// The parser's recursion bears no endless nesting.
			if (error instanceof RangeError)
				throw withCode('GRAPHQL_PARSE_FAILED', new GraphQLError('The document is nested too deeply.'));
			throw error instanceof GraphQLError ? withCode('GRAPHQL_PARSE_FAILED', error) : error;
		}
	}
}

/** @throws GraphQLError, also where the planner finds what it did not expect */
function plan(
	{ supergraph }: Federation,
	{ document, hash }: KnownDocument,
	operationName: string | undefined,
): PlannedOperation {
	try {
		return supergraph.plan(document, hash, operationName);
	} catch (error) {
		if (error instanceof GraphQLError) throw error;
		const extensions = { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } };
		throw new GraphQLError('The operation could not be planned.', {
			originalError: error as Error,
			extensions,
		});
	}
}

/** An error of graphql's with a code, unless it has one. */
function withCode(code: string, error: GraphQLError): GraphQLError {
	if (error.extensions.code !== undefined) return error;
	return remade(error, error.message, { code, http: { status: 400 } });
}

/** The same error with other words. */
export function remade(
	{ nodes, source, positions, path }: GraphQLError,
	message: string,
	extensions: GraphQLErrorExtensions,
): GraphQLError {
	return new GraphQLError(message, {
		nodes: nodes ?? null,
		source: source ?? null,
		positions: positions ?? null,
		path: path ?? null,
		extensions,
	});
}
