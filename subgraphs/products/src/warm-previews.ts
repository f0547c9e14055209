import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@infinite-blob/service/logger';
import { productQuery } from './domain/product-query.ts';
import type { Preview, Previews } from './previews.ts';
import type { ProductIndex } from './product-index.ts';

const most = 200;
// A picture is followed by a rest of four times as long: the processor is left to whoever waits for an answer.
const restShare = 4;

/** What is made ready, in this order: first all that a visitor would have to wait for, then what comes in fewer bytes. */
const ready: Pick<Preview, 'size' | 'format'>[] = [
	{ size: 'CARD', format: 'WEBP' },
	{ size: 'THUMBNAIL', format: 'WEBP' },
	{ size: 'FULL', format: 'WEBP' },
	{ size: 'CARD', format: 'AVIF' },
	{ size: 'THUMBNAIL', format: 'AVIF' },
	{ size: 'FULL', format: 'AVIF' },
];

/** Makes the pictures of the newest products one by one, so that the first visitor does not wait for them. */
export function warmPreviews(index: ProductIndex, previews: Previews, logger: Logger): Disposable {
	const stopping = new AbortController();
	const { signal } = stopping;

	async function warm(): Promise<void> {
		const sortBy = { field: 'newestKey', descending: true };
		const { products } = await index.find(productQuery({}) as string, { offset: 0, count: most, sortBy });
		for (const kind of ready)
			for (const { picture } of products) await prepare({ hash: picture.hash, ...kind });
	}

	async function prepare(preview: Preview): Promise<void> {
		if (signal.aborted) return;
		const startedAt = performance.now();
		await previews.prepare(preview).catch(tell);
		await sleep(restShare * (performance.now() - startedAt), undefined, { signal }).catch(() => {});
	}

	function tell(error: unknown): void {
		if (!signal.aborted) logger.warn({ err: error }, 'a picture could not be made ready');
	}

	warm().catch(tell);
	return {
		[Symbol.dispose]() {
			stopping.abort();
		},
	};
}
