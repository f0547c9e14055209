import type { ChainableCommander } from 'ioredis';

/**
 * Runs queued commands as one transaction that watches no key.
 *
 * @throws the first error that one of them answered
 */
export async function execute(multi: ChainableCommander): Promise<void> {
	for (const [error] of (await multi.exec()) ?? []) if (error) throw error;
}
