import { type DocumentNode, type GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

/**
 * Parses and validates documents, those that come again only once: clients send the same few over and over, and
 * Apollo Server, which does likewise, does not see those that come over sockets.
 */
export class KnownDocuments {
	/** By their text, the ones used last at the end. */
	readonly #parsed = new Map<string, DocumentNode>();
	readonly #validFor = new WeakMap<DocumentNode, GraphQLSchema>();
	readonly #capacity: number;
	#size = 0;

	/** @param capacity how many characters of documents are remembered in all */
	constructor(capacity = 256 * 1024) {
		this.#capacity = capacity;
	}

	/** @throws GraphQLError when the text is no document */
	parse(text: string): DocumentNode {
		const known = this.#parsed.get(text);
		const document = known ?? parse(text);
		if (known) this.#parsed.delete(text);
		else this.#size += text.length;
		this.#parsed.set(text, document);
		for (const [oldest] of this.#parsed) {
			if (this.#size <= this.#capacity) break;
			this.#parsed.delete(oldest);
			this.#size -= oldest.length;
		}
		return document;
	}

	/** What is wrong with a document; nothing when it is valid. */
	validate(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
		if (this.#validFor.get(document) === schema) return [];
		const errors = validate(schema, document);
		if (errors.length === 0) this.#validFor.set(document, schema);
		return errors;
	}
}
