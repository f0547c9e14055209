import { isPrintableLine } from '@infinite-blob/subgraph/printable';
import type { CampaignErrorCode } from '../schema.generated.ts';
import type { CampaignDetails } from './campaign.ts';
import { isKeyword, normalizeKeyword } from './keywords.ts';

/** Why an input is refused; `field` is the argument's path below the input. */
export interface Problem {
	code: CampaignErrorCode;
	field: string;
	message: string;
}

/** What may be given of a campaign. Null takes a date or a budget off; of the others it changes nothing. */
export type DetailsInput = {
	[Field in keyof CampaignDetails]?: CampaignDetails[Field] | null | undefined;
};

const maxTextLength = 120;
const maxKeywords = 50;
const minWeight = 0.01;
const maxWeight = 1_000;
const maxBudget = 1_000_000_000;
// The last moment whose year has four digits, as ISO 8601 has it without further agreement.
const lastMoment = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const handlePattern = /^[a-z0-9-]{1,80}$/;

/** Whether it may be the handle of a product at all. */
export function isHandle(text: string): boolean {
	return handlePattern.test(text);
}

/** The given details in the form they are kept in, and everything that is wrong with each of them. */
export function checkDetails(input: DetailsInput): {
	details: Partial<CampaignDetails>;
	problems: Problem[];
} {
	const details: Partial<CampaignDetails> = {};
	const problems: Problem[] = [];
	const refuse = (code: CampaignErrorCode, field: string, message: string) =>
		problems.push({ code, field, message });

	if (input.text != null) {
		details.text = input.text.trim();
		const { length } = details.text;
		if (length < 1 || length > maxTextLength || !isPrintableLine(details.text))
			refuse('INVALID_INPUT', 'text', `A text has 1 to ${maxTextLength} characters on one line.`);
	}
	if (input.productHandle != null) {
		details.productHandle = input.productHandle;
		if (!isHandle(input.productHandle))
			refuse('PRODUCT_NOT_FOUND', 'productHandle', 'There is no product with this handle.');
	}
	if (input.keywords != null) {
		details.keywords = [...new Set(input.keywords.map(normalizeKeyword))];
		if (details.keywords.length > maxKeywords)
			refuse('INVALID_INPUT', 'keywords', `A campaign has at most ${maxKeywords} keywords.`);
		if (!details.keywords.every(isKeyword))
			refuse(
				'INVALID_INPUT',
				'keywords',
				'A keyword has 1 to 40 letters, digits, spaces, hyphens, apostrophes, + or &.',
			);
	}
	if (input.weight != null) {
		details.weight = input.weight;
		if (!(input.weight >= minWeight && input.weight <= maxWeight))
			refuse('INVALID_WEIGHT', 'weight', `A weight is from ${minWeight} to ${maxWeight}.`);
	}
	if (input.dailyBudget !== undefined) {
		details.dailyBudget = input.dailyBudget ?? undefined;
		if (input.dailyBudget !== null && !(input.dailyBudget >= 1 && input.dailyBudget <= maxBudget))
			refuse('INVALID_BUDGET', 'dailyBudget', `A daily budget is 1 to ${maxBudget} impressions.`);
	}
	for (const field of ['startsAt', 'endsAt'] as const) {
		const date = input[field];
		if (date === undefined) continue;
		details[field] = date ?? undefined;
		if (date !== null && !(date >= 0 && date <= lastMoment))
			refuse('INVALID_DATES', field, 'A date lies between the years 1970 and 9999.');
	}
	return { details, problems };
}

/**
 * What is wrong with the dates of a campaign as it is to be, if one of them was changed.
 *
 * @param before the campaign as it was, if there was one
 * @param now epoch milliseconds
 */
export function checkDates(
	{ startsAt, endsAt }: Partial<CampaignDetails>,
	before: Partial<CampaignDetails>,
	now: number,
): Problem[] {
	if (endsAt === undefined || (startsAt === before.startsAt && endsAt === before.endsAt)) return [];
	const refused = (message: string): Problem[] => [{ code: 'INVALID_DATES', field: 'endsAt', message }];
	if (startsAt !== undefined && endsAt <= startsAt) return refused('A campaign ends after it starts.');
	if (endsAt !== before.endsAt && endsAt <= now)
		return refused('A campaign ends in the future; to end it now, use endCampaign.');
	return [];
}
