import { readFile } from 'node:fs/promises';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import { z } from 'zod';
import type { CampaignRepository } from './campaign-repository.ts';
import { isCampaignId } from './domain/campaign.ts';
import { keywords } from './domain/keywords.ts';

const campaignsSchema = z.array(
	z.object({
		id: z.string().refine(isCampaignId),
		text: z.string().min(1),
		productHandle: z.string(),
		keywords: z.array(z.string()).transform(keywords),
		weight: z.number().positive(),
	}),
);

const doneKey = 'ads:seeded';

/** Adds the campaigns of the file at the first start. Doing it twice at once does no harm: their ids are fixed. */
export async function seedCampaigns(
	redis: Redis,
	campaigns: CampaignRepository,
	file: URL,
	logger: Logger,
): Promise<void> {
	if (await redis.exists(doneKey)) return;
	const seed = campaignsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
	for (const campaign of seed) await campaigns.add(campaign);
	await redis.set(doneKey, '1');
	logger.info({ campaigns: seed.length }, 'campaigns seeded');
}
