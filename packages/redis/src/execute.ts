import type { ChainableCommander } from 'ioredis';

/**
 * Runs queued commands as one transaction that watches no key.
 *
 * @returns what each of them answered
 * @throws the first error that one of them answered
 */
export async function execute(multi: ChainableCommander): Promise<unknown[]> {
	return ((await multi.exec()) ?? []).map(([error, answer]) => {
		if (error) throw error;
		return answer;
	});
}
