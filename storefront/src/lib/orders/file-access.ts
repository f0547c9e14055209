import { isBeingRefunded } from './standing.ts';
import type { Receipt } from './timeline.ts';

/** Why a bought file cannot be downloaded, or how often it still can. */
export type FileAccess = { kind: 'open'; remaining: number } | { kind: 'closed' | 'used-up'; text: string };

/** @param remaining as the API says it: null while not paid and after a refund */
export function fileAccess(order: Pick<Receipt, 'status' | 'payment'>, remaining: number | null): FileAccess {
	if (remaining === null) return { kind: 'closed', text: closedText(order) };
	if (remaining > 0) return { kind: 'open', remaining };
	return { kind: 'used-up', text: 'All downloads of this file are used.' };
}

function closedText(order: Pick<Receipt, 'status' | 'payment'>): string {
	if (isBeingRefunded(order) || order.status === 'REFUNDED') return 'Paid back: the download is closed.';
	if (order.status === 'CANCELLED') return 'Cancelled: there is nothing to download.';
	if (order.status === 'DECLINED') return 'The download opens once a card is accepted.';
	return 'The download opens when the payment is through.';
}
