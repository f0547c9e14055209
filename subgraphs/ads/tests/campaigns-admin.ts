import { eventually } from '@infinite-blob/testing/eventually';
import { expect } from 'vitest';
import type { AdsUnderTest } from './ads-under-test.ts';

const counts = 'impressions { total today } clicks { total today }';
const fields = `id text productHandle product { id handle } keywords weight startsAt endsAt dailyBudget status ${counts}`;
const payload = `campaign { ${fields} } userErrors { code field message }`;

/** What the admin does with campaigns, as documents of GraphQL. */
export const operations = {
	create: `mutation ($input: CampaignInput!) { createCampaign(input: $input) { ${payload} } }`,
	update: `mutation ($id: ID!, $patch: CampaignPatch!) { updateCampaign(id: $id, patch: $patch) { ${payload} } }`,
	end: `mutation ($id: ID!) { endCampaign(id: $id) { ${payload} } }`,
	find: `query ($id: ID!) { campaign(id: $id) { ${fields} } }`,
	list: `query ($first: Int, $after: String) { campaigns(first: $first, after: $after) {
		edges { cursor node { id } } nodes { id }
		pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`,
};

/** The admin of a shop under test; an answer with errors is a failure. */
export function campaignsAdmin(shop: AdsUnderTest) {
	async function ask(operation: keyof typeof operations, variables: Record<string, unknown>) {
		const { data, errors } = await shop.ask(operations[operation], variables, { kind: 'admin' });
		expect(errors).toEqual([]);
		return Object.values(data)[0] as any;
	}
	return {
		create: (input: Record<string, unknown>) => ask('create', { input }),
		update: (id: string, patch: Record<string, unknown>) => ask('update', { id, patch }),
		end: (id: string) => ask('end', { id }),
		find: (id: string) => ask('find', { id }),
		list: (first?: number, after?: string) => ask('list', { first, after }),
		/** Creates a campaign that must be accepted. @returns its id */
		async start(input: Record<string, unknown>): Promise<string> {
			const { campaign, userErrors } = await ask('create', { input });
			expect(userErrors).toEqual([]);
			return campaign.id;
		},
		/** Waits until ads have heard that the product is on sale. */
		async sell(...handles: string[]): Promise<void> {
			for (const handle of handles) await shop.sell(handle);
			const keys = handles.map((handle) => `ads:product:${handle}`);
			await eventually(async () => expect(await shop.redis.exists(...keys)).toBe(keys.length));
		},
		/** The campaigns whose ads are given for the words, at a replica. */
		async ads(contextKeys: string[], first = 1, at?: string): Promise<string[]> {
			const query =
				'query ($keys: [String!]!, $first: Int) { ads(contextKeys: $keys, first: $first) { id } }';
			const { data, errors } = await shop.ask(query, { keys: contextKeys, first }, undefined, at);
			expect(errors).toEqual([]);
			return data.ads.map(({ id }: { id: string }) => id);
		},
	};
}
