import type { Viewer } from '@infinite-blob/session/viewer';
import { GraphQLError } from 'graphql';
import type { FederatedGateway } from '../federation/federated-gateway.ts';
import { Documents, type KnownDocument } from './documents.ts';
import { type OperationLimits, readWithinLimits } from './operation-limits.ts';
import type { PersistedOperations, PersistedRequest } from './persisted-operations.ts';

/** A request as it came, of which nothing is known yet. */
export interface GivenOperation extends PersistedRequest {
	operationName?: unknown;
	variables?: unknown;
}

/** An operation that may be run, if it is valid. */
export interface AdmittedOperation {
	query: string;
	known: KnownDocument;
	/** To be called once it has proved valid. */
	keep: (() => void) | undefined;
}

/** What every operation passes first, however it comes: what it stands for, whether it may run, whether it is too large. */
export class OperationGate {
	readonly #gateway: FederatedGateway;
	readonly #limits: OperationLimits;
	readonly #persisted: PersistedOperations;
	readonly #documents: Documents;

	constructor(gateway: FederatedGateway, limits: OperationLimits, persisted: PersistedOperations) {
		this.#gateway = gateway;
		this.#limits = limits;
		this.#persisted = persisted;
		this.#documents = new Documents(limits.tokens);
	}

	/**
	 * @returns nothing when the request names no operation
	 * @throws GraphQLError when it is refused, with the code that says why
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
		const { supergraph } = this.#gateway.current;
		try {
			const known = readWithinLimits(this.#documents, this.#limits, supergraph, request);
			return { query: resolved.query, known, keep: resolved.keep };
		} catch (error) {
			throw withCode(error);
		}
	}
}

/** The parser's errors have no code yet; its recursion bears no endless nesting. */
function withCode(error: unknown): unknown {
	const extensions = { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } };
	if (error instanceof RangeError)
		return new GraphQLError('The document is nested too deeply.', { extensions });
	if (!(error instanceof GraphQLError) || error.extensions.code !== undefined) return error;
	const { message, nodes, source, positions } = error;
	return new GraphQLError(message, {
		nodes: nodes ?? null,
		source: source ?? null,
		positions: positions ?? null,
		extensions,
	});
}
