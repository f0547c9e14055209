import type { ServerResponse } from 'node:http';
import type { Redis } from '@infinite-blob/redis/connect';
import type { RequestContext } from '@infinite-blob/session/request-context';
import type { OptionalRedis } from '../redis/optional-redis.ts';
import { overLimit } from './limit-error.ts';
import { networkOf } from './network-of.ts';
import { RateLimiter, type Standing } from './rate-limiter.ts';

/** Operations in a minute. */
export interface RateLimitSettings {
	session: number;
	address: number;
}

type Asker = Pick<RequestContext, 'viewer' | 'address'>;

/** What is limited: operations of a session, operations of an address, milliseconds of planning for an address. */
type Limited = 'session' | 'address' | 'planning';

/**
 * To plan an operation takes up to fifty times as long as to run it, and is done once for each: whoever asks for ever new
 * ones may take so much time for each that the limit allows.
 */
const planningMs = 5;

/** How a request stands against the limits on it, by their names. */
export type Standings = readonly (readonly [name: Limited, standing: Standing])[];

/** The limits on how often one session, and one network address, may ask. The admin may as often as needed. */
export class RateLimits implements Disposable {
	readonly #bySession: RateLimiter;
	readonly #byAddress: RateLimiter;
	readonly #planning: RateLimiter;

	constructor(settings: RateLimitSettings, redis: Redis, optional: OptionalRedis) {
		this.#bySession = new RateLimiter('session', settings.session, redis, optional);
		this.#byAddress = new RateLimiter('address', settings.address, redis, optional);
		this.#planning = new RateLimiter('planning', planningMs * settings.address, redis, optional);
	}

	/** Counts an operation. */
	count({ viewer, address }: Asker): Standings {
		if (viewer.kind === 'admin') return [];
		const network = networkOf(address);
		const standings: [Limited, Standing][] = [['address', this.#byAddress.count(network)]];
		if (viewer.kind === 'session') standings.unshift(['session', this.#bySession.count(viewer.sessionId)]);
		const planning = this.#planning.standing(network);
		if (planning && planning.used > planning.limit) standings.push(['planning', planning]);
		return standings;
	}

	/** Counts the time that it took to plan an operation. */
	countPlanning({ viewer, address }: Asker, ms: number): void {
		if (viewer.kind !== 'admin' && ms >= 1) this.#planning.count(networkOf(address), Math.floor(ms));
	}

	[Symbol.dispose](): void {
		this.#bySession[Symbol.dispose]();
		this.#byAddress[Symbol.dispose]();
		this.#planning[Symbol.dispose]();
	}
}

/** @throws GraphQLError when one of the limits is passed */
export function refuseTooMany(standings: Standings): void {
	for (const [name, { used, limit, resetMs }] of standings) {
		if (used <= limit) continue;
		const seconds = inSeconds(resetMs);
		const most =
			name === 'planning'
				? `It may take ${limit} ms a minute to plan the operations of one address: send fewer different ones, with their values in variables.`
				: `One ${name} may run ${limit} operations a minute.`;
		const message = `${most} Try again in ${seconds} s.`;
		throw overLimit('RATE_LIMITED', message, { limit, asked: used, status: 429 });
	}
}

/**
 * Tells a client how it stands, in the fields RateLimit-Policy and RateLimit of the IETF's draft
 * (draft-ietf-httpapi-ratelimit-headers-10), and when to come again if it asked too often.
 */
export function tellStandings(response: ServerResponse, standings: Standings): void {
	if (standings.length === 0) return;
	response.setHeader(
		'ratelimit-policy',
		standings.map(([name, { limit }]) => `"${name}";q=${limit};w=60`).join(', '),
	);
	response.setHeader(
		'ratelimit',
		standings
			.map(([name, { used, limit, resetMs }]) => {
				const remaining = Math.max(0, limit - used);
				return `"${name}";r=${remaining};t=${inSeconds(resetMs)}`;
			})
			.join(', '),
	);
	const over = standings.find(([, { used, limit }]) => used > limit);
	if (over) response.setHeader('retry-after', inSeconds(over[1].resetMs));
}

/** Whole seconds. A time that was added and taken off again is a trifle more or less than it was. */
function inSeconds(ms: number): number {
	return Math.max(1, Math.ceil(Math.round(ms) / 1_000));
}
