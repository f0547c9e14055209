import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, ApiConsumer } from '@infinite-blob/e2e/api-consumer';
import type { Random } from '../random.ts';

/** What a mutation came to. */
// biome-ignore lint/suspicious/noExplicitAny: answers have every shape
export type Outcome = { ok: true; payload: any } | { ok: false; code: string };

/** The run is over before there was an answer. */
export class GaveUp extends Error {
	override name = 'GaveUp';
}

/**
 * Asks once.
 *
 * @returns the data, or undefined when what came of it is not known: an error of the server's, a lost answer, none
 */
export async function tryOnce(
	api: ApiConsumer,
	query: string,
	variables: Record<string, unknown>,
	patienceMs: number,
): Promise<Answer['data'] | undefined> {
	try {
		const { data, errors } = await api.ask(query, variables, AbortSignal.timeout(patienceMs));
		return errors.length === 0 ? (data ?? undefined) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Asks again and again, as impatiently as people do, until there is an answer. Only for what may be repeated.
 *
 * @throws GaveUp when the run ends before
 */
export async function insist(
	api: ApiConsumer,
	query: string,
	variables: Record<string, unknown>,
	random: Random,
	over: AbortSignal,
): Promise<NonNullable<Answer['data']>> {
	while (!over.aborted) {
		const data = await tryOnce(api, query, variables, random.between(1_000, 6_000));
		if (data) return data;
		await sleep(random.between(50, 400));
	}
	throw new GaveUp('the run is over');
}

/** As `insist`, for a mutation of one field: also while that part of the shop says that it is not available. */
export async function insistOn(
	api: ApiConsumer,
	query: string,
	variables: Record<string, unknown>,
	random: Random,
	over: AbortSignal,
): Promise<Outcome> {
	for (;;) {
		const data = await insist(api, query, variables, random, over);
		const [payload] = Object.values(data) as { userErrors: { code: string }[] }[];
		const [error] = payload?.userErrors ?? [];
		if (!error) return { ok: true, payload };
		if (error.code !== 'SERVICE_UNAVAILABLE') return { ok: false, code: error.code };
		await sleep(random.between(50, 400));
	}
}
