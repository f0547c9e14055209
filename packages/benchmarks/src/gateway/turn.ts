import { Pool } from 'undici';
import { type Reading, readProcess } from '../process-reading.ts';
import type { Contestant } from './contestants.ts';
import type { MakeBody } from './queries.ts';

/** What a contestant did in its turn. */
export interface Turn {
	requests: number;
	seconds: number;
	cpuMs: number;
	residentMb: number;
	/** Milliseconds of each request. */
	times: number[];
}

/**
 * Asks a contestant over so many connections for so long, after a second that is not counted.
 *
 * @param read what is to be charged for it, if not the contestant's process alone
 * @throws when an answer has errors
 */
export function takeTurn(
	contestant: Contestant,
	makeBody: MakeBody,
	connections: number,
	seconds: number,
	read: () => Reading = () => readProcess(contestant.pid),
): Promise<Turn> {
	const once = (pool: Pool) => ask(pool, contestant, makeBody());
	return keepAsking(contestant.url, once, { connections, seconds, read });
}

/** Not counted: connections are opened, and what has idled during the turns of others wakes. */
const leadInMs = 1_000;

/** Asks a server over and over: on each connection as soon as the last answer is there. */
export async function keepAsking(
	url: string,
	once: (pool: Pool) => Promise<unknown>,
	{ connections, seconds, read }: { connections: number; seconds: number; read: () => Reading },
): Promise<Turn> {
	const pool = new Pool(url, { connections });
	const times: number[] = [];
	const begin = performance.now() + leadInMs;
	const end = begin + seconds * 1_000;
	let before: { reading: Reading; at: number } | undefined;
	try {
		await Promise.all(
			Array.from({ length: connections }, async () => {
				while (performance.now() < end) {
					const isCounted = performance.now() >= begin;
					if (isCounted) before ??= { reading: read(), at: performance.now() };
					const asked = performance.now();
					await once(pool);
					if (isCounted) times.push(performance.now() - asked);
				}
			}),
		);
		if (!before) throw new Error(`${url} was so slow that nothing could be counted`);
		const after = read();
		return {
			requests: times.length,
			seconds: (performance.now() - before.at) / 1_000,
			cpuMs: after.cpuMs - before.reading.cpuMs,
			residentMb: after.residentMb,
			times,
		};
	} finally {
		await pool.close();
	}
}

/** The answer's text. */
export async function ask(pool: Pool, { name, headers }: Contestant, body: object): Promise<string> {
	const response = await pool.request({
		path: '/graphql',
		method: 'POST',
		headers: { 'content-type': 'application/json', accept: 'application/json', ...headers() },
		body: JSON.stringify(body),
	});
	const text = await response.body.text();
	if (response.statusCode !== 200 || text.includes('"errors"'))
		throw new Error(`${name} answered ${response.statusCode}: ${text.slice(0, 300)}`);
	return text;
}
