import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import type { Contestant } from './contestants.ts';
import type { MakeBody } from './queries.ts';
import { type Result, resultOf, standings, table } from './result.ts';
import { ask, type Turn, takeTurn } from './turn.ts';

const warmUpSeconds = 4;
const recorded = 200;

/**
 * Measures contestants in turns, in every round in another order, so that what else happens on the machine hits all of
 * them alike.
 */
export async function inTurns(
	contestants: readonly Contestant[],
	makeBody: MakeBody,
	{ connections, rounds, seconds }: { connections: number; rounds: number; seconds: number },
): Promise<Result[]> {
	for (const contestant of contestants) await takeTurn(contestant, makeBody, connections, warmUpSeconds);
	const turns = new Map<Contestant, Turn[]>(contestants.map((contestant) => [contestant, []]));
	for (let round = 0; round < rounds; round++) {
		for (const contestant of shuffled(contestants))
			turns.get(contestant)!.push(await takeTurn(contestant, makeBody, connections, seconds));
	}
	return Array.from(turns, ([{ name }, taken]) => resultOf(name, taken));
}

/** Prints what a query costs each of the contestants, and the least that it could. */
export function report(query: string, results: readonly Result[]): void {
	console.log(`\n${query}`);
	for (const line of [...table(results), ...standings(results)]) console.log(`  ${line}`);
	const limit = results.find(({ name }) => name === 'limit');
	if (!limit) return;
	for (const { name, cpuMs } of results) {
		if (name === 'limit') continue;
		console.log(
			`  ${name} takes ${(cpuMs / limit.cpuMs).toFixed(1)} times the CPU of answering with no gateway`,
		);
	}
}

/** Answers of a contestant, for the server that only repeats them. */
export async function record(contestant: Contestant, makeBody: MakeBody): Promise<string[]> {
	const pool = new Pool(contestant.url, { connections: 8 });
	try {
		return await Promise.all(Array.from({ length: recorded }, () => ask(pool, contestant, makeBody())));
	} finally {
		await pool.close();
	}
}

/** @throws when contestants do not give the same data; ads are drawn by lot, and left out */
export async function checkAgreement(contestants: readonly Contestant[], makeBody: MakeBody): Promise<void> {
	for (let i = 0; i < 10; i++) {
		const body = makeBody();
		const answers = await Promise.all(
			contestants.map(async (contestant) => {
				const pool = new Pool(contestant.url);
				const text = await ask(pool, contestant, body).finally(() => pool.close());
				return JSON.parse(text, (key, value) => (key === 'ad' ? undefined : value));
			}),
		);
		const odd = answers.findIndex((answer) => !isDeepStrictEqual(answer, answers[0]));
		if (odd > 0) throw new Error(`${contestants[odd]?.name} and ${contestants[0]?.name} give other data`);
	}
}

function shuffled<T>(values: readonly T[]): T[] {
	return values
		.map((value) => [Math.random(), value] as const)
		.sort(([a], [b]) => a - b)
		.map(([, value]) => value);
}
