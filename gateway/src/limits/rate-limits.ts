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

/** How a request stands against the limits on it, by their names. */
export type Standings = readonly (readonly [name: 'session' | 'address', standing: Standing])[];

/** The limits on how often one session, and one network address, may ask. The admin may as often as needed. */
export class RateLimits implements Disposable {
	readonly #bySession: RateLimiter;
	readonly #byAddress: RateLimiter;

	constructor(settings: RateLimitSettings, redis: Redis, optional: OptionalRedis) {
		this.#bySession = new RateLimiter('session', settings.session, redis, optional);
		this.#byAddress = new RateLimiter('address', settings.address, redis, optional);
	}

	/** Counts an operation. */
	count({ viewer, address }: Pick<RequestContext, 'viewer' | 'address'>): Standings {
		if (viewer.kind === 'admin') return [];
		const byAddress = ['address', this.#byAddress.count(networkOf(address))] as const;
		if (viewer.kind !== 'session') return [byAddress];
		return [['session', this.#bySession.count(viewer.sessionId)], byAddress];
	}

	[Symbol.dispose](): void {
		this.#bySession[Symbol.dispose]();
		this.#byAddress[Symbol.dispose]();
	}
}

/** @throws GraphQLError when one of the limits is passed */
export function refuseTooMany(standings: Standings): void {
	for (const [name, { used, limit, resetMs }] of standings) {
		if (used <= limit) continue;
		const seconds = inSeconds(resetMs);
		const message = `One ${name} may run ${limit} operations a minute. Try again in ${seconds} s.`;
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

function inSeconds(ms: number): number {
	return Math.max(1, Math.ceil(ms / 1_000));
}
