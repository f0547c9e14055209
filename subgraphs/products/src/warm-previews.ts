import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@infinite-blob/service/logger';
import { productQuery } from './domain/product-query.ts';
import type { Previews } from './previews.ts';
import type { ProductIndex } from './product-index.ts';

const most = 200;
// A breath between pictures leaves the processor to whoever is waiting for an answer.
const pauseMs = 100;

/** Makes the small previews of the newest products one by one, so that the first visitor does not wait for them. */
export function warmPreviews(index: ProductIndex, previews: Previews, logger: Logger): AsyncDisposable {
	const stopping = new AbortController();

	async function warm(): Promise<void> {
		const sortBy = { field: 'newestKey', descending: true };
		const { products } = await index.find(productQuery({}) as string, { offset: 0, count: most, sortBy });
		for (const { picture } of products) {
			for (const size of ['CARD', 'THUMBNAIL'] as const) {
				if (stopping.signal.aborted) return;
				await previews.find(picture.hash, size);
				await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
			}
		}
	}

	const warmed = warm().catch((error: unknown) => logger.warn({ err: error }, 'warming the previews failed'));
	return {
		async [Symbol.asyncDispose]() {
			stopping.abort();
			await warmed;
		},
	};
}
