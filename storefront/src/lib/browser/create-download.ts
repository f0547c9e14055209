import { createDownloadMutation } from '#lib/graphql/orders.ts';
import { mutate } from './mutate.ts';

export type Minted =
	| { kind: 'minted'; url: string; remaining: number }
	| { kind: 'refused'; message: string };

/** A link to a bought original; each one counts. @throws when the gateway cannot be reached */
export async function createDownload(gatewayUrl: string, orderId: string, lineId: string): Promise<Minted> {
	const { createDownload } = await mutate(gatewayUrl, createDownloadMutation, { orderId, lineId });
	const [refusal] = createDownload.userErrors;
	if (refusal) return { kind: 'refused', message: refusal.message };
	if (!createDownload.download) throw new Error('No download came');
	return { kind: 'minted', ...createDownload.download };
}
