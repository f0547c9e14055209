import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';
import { AnswerJson } from '../execution/answer-json.ts';
import type { JsonObject } from '../execution/json.ts';
import type { CachePolicy } from '../federation/cache-policy.ts';
import { type Answer, type SubgraphCall, unread } from '../federation/subgraph-data-source.ts';
import type { CacheKey, CacheStore, Kept } from './cache-store.ts';
import { digest, type FetchKind, kindOf } from './fetch-key.ts';

type Options = SubgraphCall;

/** Where a value was found, or that it was not. */
export type Lookup = 'local' | 'shared' | 'awaited' | 'missed';

/** What an entity cache reports of itself. */
export type CountLookups = (subgraph: string, lookup: Lookup, count: number) => void;

/** The group of everything that shows several products: any change of the catalogue may change it. */
export const listsGroup = 'lists';

/** The same of other subgraphs than products, which hear of a change when we do: for a moment they may not know it yet. */
export const followersGroup = 'followers';

/** The group of what the products subgraph says of one product. */
export const productGroup = (id: string) => `product:${id}`;

/**
 * Asks a subgraph for what is not kept of it. An answer is kept as long as the subgraph says in `Cache-Control`, and
 * only if it says that it is public; of several requests for the same thing at once, one is made. What is asked for is
 * told apart by subgraph, representation, selection and arguments.
 */
export class CachingDataSource implements GraphQLDataSource {
	readonly #subgraph: string;
	readonly #source: GraphQLDataSource;
	readonly #store: CacheStore;
	readonly #count: CountLookups;
	/** What is on its way; nothing comes of what may not be kept. */
	readonly #pending = new Map<string, Pending>();

	constructor(subgraph: string, source: GraphQLDataSource, store: CacheStore, count: CountLookups) {
		this.#subgraph = subgraph;
		this.#source = source;
		this.#store = store;
		this.#count = count;
	}

	async process(options: Options): Promise<Answer> {
		const kind = kindOf(this.#subgraph, options.request);
		if (!kind.isQuery || kind.isCacheable === false) return this.#ask(options, kind);
		return kind.isEntities ? this.#entities(options, kind) : this.#rootFields(options, kind);
	}

	async #ask(options: Options, kind: FetchKind): Promise<Answer> {
		const answer: Answer = await this.#source.process(options);
		// An answer with errors says nothing about others.
		if (!answer.errors) kind.isCacheable = isCacheable(answer.cachePolicy);
		return answer;
	}

	async #rootFields(options: Options, kind: FetchKind): Promise<Answer> {
		const { variables = {} } = options.request;
		const key = {
			group: this.#listsGroup,
			field: digest(JSON.stringify([this.#subgraph, kind.text, variables])),
		};
		let answer: Answer | undefined;
		const [value] = await this.#resolve([key], options, async () => {
			answer = await this.#ask({ ...options, wantsJson: true }, kind);
			// The text is kept, which need not be copied by whoever gets it.
			const { json, errors, cachePolicy } = answer;
			return {
				values: [json && String(json.json)],
				...(errors ? { errors } : {}),
				...(cachePolicy && json !== undefined ? { cachePolicy } : {}),
			};
		});
		return answer ?? unread(new AnswerJson(value as string));
	}

	async #entities(options: Options, kind: FetchKind): Promise<Answer> {
		const { representations, ...others } = options.request.variables as { representations: JsonObject[] };
		const keys = representations.map((representation) => this.#entityKey(kind, representation, others));
		const errors: GraphQLFormattedError[] = [];
		const entities = await this.#resolve(keys, options, async (places) => {
			const asked = places.map((place) => representations[place]);
			const variables = { ...others, representations: asked };
			const answer = await this.#ask({ ...options, request: { ...options.request, variables } }, kind);
			for (const error of answer.errors ?? []) errors.push(atPlaces(error, places));
			return { ...answer, values: entitiesIn(answer) };
		});
		const data = { _entities: entities };
		return errors.length > 0 ? { data, errors, isKept: true } : { data, isKept: true };
	}

	/**
	 * The values of the keys, in their order: those that are kept here or in Redis or are on their way for somebody else,
	 * and the others as the subgraph answers them.
	 *
	 * @param ask asks the subgraph for those at these places
	 */
	async #resolve(keys: readonly CacheKey[], options: Options, ask: Ask): Promise<unknown[]> {
		const now = Date.now();
		const found = keys.map((key) => this.#store.getLocal(key, now));
		const own: number[] = [];
		const waiting: Promise<void>[] = [];
		const leading = new Map<number, (kept: Kept | undefined) => void>();
		for (const [place, key] of keys.entries()) {
			if (found[place]) continue;
			const pending = this.#pending.get(nameOf(key));
			// What was asked for before a change need not show it.
			if (pending && pending.since > this.#store.droppedAt(key.group)) {
				const wait = async () => {
					found[place] = await pending.kept;
				};
				waiting.push(wait());
			} else {
				own.push(place);
				leading.set(place, this.#lead(nameOf(key), now));
			}
		}
		this.#tell('local', keys.length - own.length - waiting.length);
		const values: unknown[] = [];
		try {
			const fresh = this.#fetch(keys, own, found, values, ask, now);
			await Promise.all([fresh, ...waiting]);
		} finally {
			for (const [place, resolve] of leading) resolve(found[place]);
		}
		// What others waited for may not be kept, so that each asks by himself.
		const left = keys.flatMap((_, place) => (found[place] || own.includes(place) ? [] : [place]));
		if (left.length > 0) take(values, left, (await ask(left)).values);
		this.#tell('awaited', waiting.length - left.length);
		restrict(options, found, now);
		return keys.map((_, place) => found[place]?.value ?? values[place] ?? null);
	}

	/** Looks into Redis, and asks the subgraph for what is not there. */
	async #fetch(
		keys: readonly CacheKey[],
		places: readonly number[],
		found: (Kept | undefined)[],
		values: unknown[],
		ask: Ask,
		now: number,
	): Promise<void> {
		if (places.length === 0) return;
		const shared = await this.#store.getShared(
			places.map((place) => keys[place]!),
			now,
		);
		for (const [index, place] of places.entries()) found[place] = shared[index];
		const missing = places.filter((place) => !found[place]);
		this.#tell('shared', places.length - missing.length);
		if (missing.length === 0) return;
		const askedAt = Date.now();
		const answer = await ask(missing);
		take(values, missing, answer.values);
		// An answer with errors is for its asker alone.
		if (answer.errors || !isCacheable(answer.cachePolicy)) return;
		this.#tell('missed', missing.length);
		const answeredAt = Date.now();
		const expiresAt = answeredAt + answer.cachePolicy.maxAge * 1_000;
		for (const place of missing) {
			// Of what was asked for before a change, nobody is told that it may be kept.
			const isCurrent = askedAt > this.#store.droppedAt(keys[place]!.group);
			found[place] = { value: values[place] ?? null, askedAt, expiresAt: isCurrent ? expiresAt : 0 };
		}
		this.#store.set(
			missing.map((place) => [keys[place]!, found[place]!] as const),
			answeredAt,
		);
	}

	/** Lets others wait for what is about to be asked for. @returns tells them what came of it */
	#lead(name: string, since: number): (kept: Kept | undefined) => void {
		const { promise: kept, resolve } = Promise.withResolvers<Kept | undefined>();
		const pending = { since, kept };
		this.#pending.set(name, pending);
		return (result) => {
			if (this.#pending.get(name) === pending) this.#pending.delete(name);
			resolve(result);
		};
	}

	#tell(lookup: Lookup, count: number): void {
		if (count > 0) this.#count(this.#subgraph, lookup, count);
	}

	get #listsGroup(): string {
		return this.#subgraph === 'products' ? listsGroup : followersGroup;
	}

	#entityKey({ text }: FetchKind, representation: JsonObject, variables: object): CacheKey {
		const { __typename: type, id, ...rest } = representation;
		const isOwn = this.#subgraph === 'products' && type === 'Product' && typeof id === 'string';
		return isOwn
			? { group: productGroup(id), field: digest(JSON.stringify([text, rest, variables])) }
			: {
					group: this.#listsGroup,
					field: digest(JSON.stringify([this.#subgraph, text, representation, variables])),
				};
	}
}

/** A fetch on its way. */
interface Pending {
	/** When it began, in epoch milliseconds. */
	since: number;
	/** What is to be kept of it, if anything. */
	kept: Promise<Kept | undefined>;
}

/** Asks the subgraph for what is at these places; the values are in their order. */
type Ask = (
	places: readonly number[],
) => Promise<Pick<Answer, 'errors' | 'cachePolicy'> & { values: unknown[] }>;

const nameOf = ({ group, field }: CacheKey) => `${group} ${field}`;

function isCacheable(policy: CachePolicy | undefined): policy is CachePolicy {
	return policy !== undefined && policy.scope === 'PUBLIC' && policy.maxAge > 0;
}

function entitiesIn({ data }: Answer): unknown[] {
	const entities = (data as { _entities?: unknown } | null | undefined)?._entities;
	return Array.isArray(entities) ? entities : [];
}

function take(values: unknown[], places: readonly number[], given: readonly unknown[]): void {
	for (const [index, place] of places.entries()) values[place] = given[index];
}

/** An error of the entities that were asked for, as one of all. */
function atPlaces(error: GraphQLFormattedError, places: readonly number[]): GraphQLFormattedError {
	const { path } = error;
	const place = path && typeof path[1] === 'number' ? places[path[1]] : undefined;
	return path && place !== undefined ? { ...error, path: [path[0]!, place, ...path.slice(2)] } : error;
}

/** The client may keep the whole answer no longer than the part of it that expires first. */
function restrict(options: Options, found: readonly (Kept | undefined)[], now: number): void {
	if (!('incomingRequestContext' in options)) return;
	const expiries = found.flatMap((kept) => (kept ? [kept.expiresAt] : []));
	if (expiries.length === 0) return;
	const maxAge = Math.max(0, Math.floor((Math.min(...expiries) - now) / 1_000));
	options.incomingRequestContext.overallCachePolicy?.restrict({ maxAge, scope: 'PUBLIC' });
}
