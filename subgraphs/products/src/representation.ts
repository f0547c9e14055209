import type { StoredFile } from '@infinite-blob/files/file-store';
import type { Logger } from '@infinite-blob/service/logger';
import type { MediaFormat } from './domain/media-format.ts';
import { LanesFull } from './lanes.ts';
import type { Preview, Previews } from './previews.ts';

/** What an address answers with. */
export interface Representation {
	file: StoredFile;
	shown: Preview;
	/** It is only shown until the one that was asked for is made. */
	isStandIn: boolean;
}

/**
 * The picture in the first of the formats that the client takes. AVIF takes several times as long to make as WebP: who
 * takes either gets WebP until AVIF is made, behind everything that somebody waits for.
 *
 * @param formats best first
 * @returns undefined when there is no original of this hash
 * @throws as `Previews.find`
 */
export async function representation(
	previews: Previews,
	picture: Omit<Preview, 'format'>,
	formats: readonly MediaFormat[],
	logger: Logger,
): Promise<Representation | undefined> {
	const [best = 'WEBP', standIn] = formats;
	const wanted = { ...picture, format: best };
	const kept = standIn ? await previews.kept(wanted) : await previews.find(wanted);
	if (kept) return { file: kept, shown: wanted, isStandIn: false };
	if (!standIn) return undefined;
	const shown = { ...picture, format: standIn };
	const file = await previews.find(shown);
	if (!file) return undefined;
	previews.prepare(wanted).catch((error: unknown) => {
		// With much to do, or at the end, it is left for the next time that it is asked for.
		if (error instanceof LanesFull) return;
		logger.warn({ err: error, ...wanted }, 'a picture could not be prepared');
	});
	return { file, shown, isStandIn: true };
}
