import { createHash } from 'node:crypto';
import {
	type DocumentNode,
	GraphQLError,
	type GraphQLSchema,
	getOperationAST,
	parse,
	type ValidationRule,
	validate,
	visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Supergraph } from '../federation/supergraph.ts';
import { type Cost, costOf } from '../limits/cost.ts';
import { countTokens, tokensOf } from '../limits/count-tokens.ts';
import { overLimit } from '../limits/limit-error.ts';
import { type Measure, measure } from '../limits/measure.ts';

/** Tokens of all documents that are remembered; each takes about 200 bytes. */
const capacity = 250_000;

/** A document and what was found out about it. Clients send the same few over and over. */
export class KnownDocument {
	readonly text: string;
	readonly document: DocumentNode;
	/** SHA-256 of the text, in hex. */
	readonly hash: string;
	readonly measure: Measure;
	readonly #costs = new Map<string, Cost>();
	#costsOf: Supergraph | undefined;
	#validFor: GraphQLSchema | undefined;

	constructor(text: string, document: DocumentNode) {
		this.text = text;
		this.document = document;
		this.hash = createHash('sha256').update(text).digest('hex');
		this.measure = measure(document);
	}

	/** What is wrong with it; nothing when it is valid. */
	validate(schema: GraphQLSchema, rules: readonly ValidationRule[]): readonly GraphQLError[] {
		if (this.#validFor === schema) return [];
		const errors = validated(schema, this.document, rules);
		if (errors.length === 0) this.#validFor = schema;
		return errors;
	}

	/** What one of its operations costs; 0 when there is none of that name. */
	cost(
		supergraph: Supergraph,
		operationName: string | undefined,
		variables: Readonly<Record<string, unknown>>,
	): number {
		if (this.#costsOf !== supergraph) this.#costs.clear();
		this.#costsOf = supergraph;
		const name = operationName ?? '';
		let cost = this.#costs.get(name);
		if (!cost) {
			const operation = getOperationAST(this.document, operationName);
			if (!operation) return 0;
			cost = costOf(supergraph.supergraphSchema, this.document, operation);
			this.#costs.set(name, cost);
		}
		return cost(variables);
	}
}

// Both are constants of graphql-js; who passes them is not told by how much.
const mostComparisons = 500_000;
const mostIntrospectedLists = 2;

/** The limits that graphql-js's own rules have, by what they say. */
const limitsOfRules: Record<string, () => GraphQLError> = {
	'Validation aborted.': () =>
		overLimit(
			'TOO_MANY_EQUAL_FIELDS',
			`The document selects so many fields of the same names that it takes more than ${mostComparisons} steps to compare them. Select each once.`,
			{ limit: mostComparisons, asked: mostComparisons + 1 },
		),
	'Maximum introspection depth exceeded': () =>
		overLimit(
			'TOO_DEEP',
			`Introspection may ask for lists of fields or types within each other ${mostIntrospectedLists} deep; here they are deeper.`,
			{ limit: mostIntrospectedLists, asked: mostIntrospectedLists + 1 },
		),
};

/** Some rules throw what is wrong instead of reporting it. */
function validated(
	schema: GraphQLSchema,
	document: DocumentNode,
	rules: readonly ValidationRule[],
): readonly GraphQLError[] {
	try {
		return validate(schema, document, rules).map((error) => limitsOfRules[error.message]?.() ?? error);
	} catch (error) {
		if (error instanceof RangeError) return [new GraphQLError('The document is nested too deeply.')];
		if (error instanceof GraphQLError) return [error];
		throw error;
	}
}

/** The valid documents that came last. */
export class Documents {
	readonly #maxTokens: number;
	readonly #byHash = new Map<string, KnownDocument>();
	readonly #byText = new LRUCache<string, KnownDocument>({
		maxSize: capacity,
		sizeCalculation: ({ document }) => tokensOf(document),
		dispose: ({ hash }) => this.#byHash.delete(hash),
	});

	/** @param maxTokens more are not read */
	constructor(maxTokens: number) {
		this.#maxTokens = maxTokens;
	}

	/** @throws GraphQLError when the text is no document, or has too many tokens */
	read(text: string): KnownDocument {
		return this.#byText.get(text) ?? new KnownDocument(text, this.#parse(text));
	}

	/** Remembers a document that has proved valid: others could fill the memory with anything. */
	remember(known: KnownDocument): void {
		if (this.#byText.has(known.text)) return;
		forgetTokens(known.document);
		this.#byText.set(known.text, known);
		// One that is larger than all that may be remembered is not.
		if (this.#byText.has(known.text)) this.#byHash.set(known.hash, known);
	}

	/** A remembered document, by the SHA-256 of its text in hex. */
	byHash(hash: string): DocumentNode | undefined {
		return this.#byHash.get(hash)?.document;
	}

	#parse(text: string): DocumentNode {
		const limit = this.#maxTokens;
		try {
			return parse(text, { maxTokens: limit });
		} catch (error) {
			const { asked, isMore } = countTokens(text, limit);
			if (asked <= limit) throw error;
			const told = `${isMore ? 'more than ' : ''}${asked}`;
			throw overLimit('TOO_MANY_TOKENS', `A document may have ${limit} tokens; this one has ${told}.`, {
				limit,
				asked,
			});
		}
	}
}

/** Each node holds on to the tokens of the whole text, which take more memory than all else. Only the parser needs them. */
function forgetTokens(document: DocumentNode): void {
	visit(document, {
		enter({ loc }) {
			if (loc) Object.assign(loc, { startToken: undefined, endToken: undefined });
		},
	});
}
