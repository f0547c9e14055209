import { UserError } from '@infinite-blob/subgraph/user-error';
import type { CampaignErrorCode } from '../schema.generated.ts';

/** Why a campaign cannot be made or changed, as its `userErrors` tell it. */
export class CampaignError extends UserError<CampaignErrorCode> {
	override name = 'CampaignError';
}
