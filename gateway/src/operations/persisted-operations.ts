import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Allowance } from '../limits/allowance.ts';
import type { OptionalRedis } from '../redis/optional-redis.ts';
import type { Manifest } from './manifest.ts';

const keyPrefix = 'gateway:apq:';
const keptForS = 24 * 60 * 60;
const capacity = 4 * 1024 * 1024;
/** Whoever has a longer one sends it each time. */
const mostCharacters = 32 * 1024;
/** What one gateway adds to Redis in the time for which it is kept there: clients could fill it with ever new ones. */
const mostSharedCharacters = 64 * 1024 * 1024;

/** A request's operation: its text, or the hash that stands for it, or both to have them kept. */
export interface PersistedRequest {
	query?: unknown;
	extensions?: unknown;
}

/** The text of an operation, and what to do once it has proved valid. */
export interface ResolvedOperation {
	query: string;
	keep?: () => void;
}

/**
 * Operations that clients send by the SHA-256 of their text: those of the manifest, and those that clients have
 * registered by sending text and hash together (automatic persisted queries), which all gateways share through Redis
 * for a day from their last use.
 */
export class PersistedOperations {
	readonly #redis: OptionalRedis;
	readonly #manifest: Manifest;
	readonly #only: boolean;
	readonly #known = new LRUCache<string, string>({
		maxSize: capacity,
		sizeCalculation: (text) => text.length + 1,
	});

	readonly #shareable = new Allowance(mostSharedCharacters, keptForS * 1_000);

	/** @param only run nothing but what the manifest has */
	constructor(redis: OptionalRedis, manifest: Manifest, only: boolean) {
		this.#redis = redis;
		this.#manifest = manifest;
		this.#only = only;
	}

	/**
	 * @param mayRunAny whoever asks is not bound to the manifest
	 * @throws GraphQLError when the hash is of another text, or of none that is known; when only the manifest's
	 *   operations run and this is none of them
	 * @returns nothing when the request names no operation at all
	 */
	async resolve(
		{ query, extensions }: PersistedRequest,
		mayRunAny: boolean,
	): Promise<ResolvedOperation | undefined> {
		const hash = hashIn(extensions);
		const text = typeof query === 'string' && query ? query : undefined;
		if (hash === undefined) {
			if (text !== undefined && !mayRunAny) this.#refuseUnlisted(text);
			return text === undefined ? undefined : { query: text };
		}
		if (text === undefined) {
			const found = this.#manifest.texts.get(hash) ?? (await this.#lookUp(hash));
			if (found === undefined) throw this.#only ? notListed() : notFound();
			if (!mayRunAny) this.#refuseUnlisted(found);
			return { query: found };
		}
		if (sha256(text) !== hash) throw badRequest('provided sha does not match query');
		if (!mayRunAny) this.#refuseUnlisted(text);
		if (this.#only || this.#known.has(hash)) return { query: text };
		return { query: text, keep: () => this.#keep(hash, text) };
	}

	#refuseUnlisted(text: string): void {
		if (this.#only && !this.#manifest.has(text)) throw notListed();
	}

	async #lookUp(hash: string): Promise<string | undefined> {
		const known = this.#known.get(hash);
		if (known !== undefined) return known;
		const stored = await this.#redis.ask((redis) => redis.getex(keyPrefix + hash, 'EX', keptForS));
		if (!stored) return undefined;
		this.#known.set(hash, stored);
		return stored;
	}

	#keep(hash: string, text: string): void {
		if (text.length > mostCharacters) return;
		this.#known.set(hash, text);
		if (!this.#shareable.take(text.length, Date.now())) return;
		void this.#redis.ask((redis) => redis.set(keyPrefix + hash, text, 'EX', keptForS));
	}
}

function hashIn(extensions: unknown): string | undefined {
	const persisted = (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery;
	if (persisted === undefined || persisted === null) return undefined;
	const { version, sha256Hash } = persisted as { version?: unknown; sha256Hash?: unknown };
	if (version !== 1) throw badRequest('Unsupported persisted query version');
	if (typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash))
		throw badRequest('A persisted query is named by the SHA-256 of its text, in lower-case hex.');
	return sha256Hash;
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

function badRequest(message: string): GraphQLError {
	return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}

/** In the words that clients of automatic persisted queries wait for, upon which they send the text. */
function notFound(): GraphQLError {
	return new GraphQLError('PersistedQueryNotFound', {
		extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 200 } },
	});
}

function notListed(): GraphQLError {
	return new GraphQLError('Only operations of the shop’s own manifest run here; this is none of them.', {
		extensions: { code: 'PERSISTED_QUERY_ONLY', http: { status: 400 } },
	});
}
