import { UserErrors } from '@infinite-blob/subgraph/user-error';
import type { AdvertisedProducts } from './advertised-products.ts';
import type { CampaignRepository } from './campaign-repository.ts';
import { type Campaign, type CampaignDetails, newCampaignId } from './domain/campaign.ts';
import { CampaignError } from './domain/campaign-error.ts';
import { checkDates, checkDetails, isHandle, type Problem } from './domain/campaign-rules.ts';
import type { RunningCampaigns } from './running-campaigns.ts';
import type { CampaignInput, CampaignPatch } from './schema.generated.ts';

/** What campaigns are changed through. */
interface Parts {
	campaigns: CampaignRepository;
	products: AdvertisedProducts;
	running: RunningCampaigns;
	/** Epoch milliseconds. */
	now: () => number;
}

/** What an admin does with campaigns. What was changed here is served here from the answer on. */
export class CampaignAdmin {
	readonly #parts: Parts;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	async create(input: CampaignInput): Promise<Campaign> {
		const { campaigns, running, now } = this.#parts;
		const { details, problems } = checkDetails(input);
		const dates = problems.some(({ code }) => code === 'INVALID_DATES') ? [] : checkDates(details, {}, now());
		refuse('input', [...problems, ...dates, ...(await this.#checkProduct(details.productHandle))]);
		const campaign = {
			id: newCampaignId(),
			keywords: [],
			weight: 1,
			...(details as Pick<CampaignDetails, 'text' | 'productHandle'>),
		};
		await campaigns.add(campaign);
		await running.refresh();
		return campaign;
	}

	async update(id: string, patch: CampaignPatch): Promise<Campaign> {
		const { now } = this.#parts;
		const { details, problems } = checkDetails(patch);
		refuse('patch', problems);
		return this.#change(id, async (before) => {
			const after = { ...before, ...details };
			const isMoved = after.productHandle !== before.productHandle;
			refuse('patch', [
				...checkDates(after, before, now()),
				...(isMoved ? await this.#checkProduct(after.productHandle) : []),
			]);
			return after;
		});
	}

	/**
	 * Ending one that is over changes nothing.
	 *
	 * @param endsAt epoch milliseconds, for the answer no later than its own idea of now
	 */
	end(id: string, endsAt: number): Promise<Campaign> {
		return this.#change(id, async (before) =>
			before.endsAt !== undefined && before.endsAt <= endsAt ? before : { ...before, endsAt },
		);
	}

	async #change(id: string, change: (before: Campaign) => Promise<Campaign>): Promise<Campaign> {
		const campaign = await this.#parts.campaigns.change(id, change);
		if (!campaign)
			throw new CampaignError('CAMPAIGN_NOT_FOUND', 'There is no campaign with this id.', ['id']);
		await this.#parts.running.refresh();
		return campaign;
	}

	async #checkProduct(handle: string | undefined): Promise<Problem[]> {
		// What cannot be a handle was refused already.
		if (handle === undefined || !isHandle(handle)) return [];
		const [product] = await this.#parts.products.byHandles([handle]);
		if (product?.available) return [];
		const problem: Pick<Problem, 'code' | 'message'> = product
			? { code: 'PRODUCT_UNAVAILABLE', message: 'This product is no longer sold.' }
			: { code: 'PRODUCT_NOT_FOUND', message: 'There is no product with this handle.' };
		return [{ ...problem, field: 'productHandle' }];
	}
}

function refuse(argument: string, problems: readonly Problem[]): void {
	if (problems.length === 0) return;
	throw new UserErrors(
		problems.map(({ code, field, message }) => new CampaignError(code, message, [argument, field])),
	);
}
