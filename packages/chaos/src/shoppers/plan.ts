import { findTestCard } from '@infinite-blob/payment-provider/test-cards';
import type { Random } from '../random.ts';

export interface PlannedLine {
	productId: string;
	quantity: number;
}

/** What one shopper will do for one order. */
export interface OrderPlan {
	lines: PlannedLine[];
	coupon: string | undefined;
	email: string;
	method: string;
	/** How often the same request is sent side by side. */
	twins: number;
	/** Milliseconds after the acknowledgement at which it is cancelled. */
	cancelAfter: number | undefined;
	/** Payment methods to try after declines, one after the other. */
	retries: string[];
	/** Whether it is cancelled when declined, side by side with the retry if there is one. */
	cancelsDeclined: boolean;
	refund: 'never' | 'when paid' | 'when completed';
	/** What goes into the cart while the order is under way. */
	extras: PlannedLine[];
}

/** A coupon with few uses, which the suite makes itself. */
export const scarceCoupon = { code: 'SCARCE15', usageLimit: 12 };
/** A mailbox that takes nothing while there are faults. */
export const fullMailbox = 'full.example';
/** A mailbox that takes a mail at the third try. */
export const greylistedMailbox = 'greylisted.example';
/** A mailbox that the mail server refuses for good. */
export const refusedMailbox = 'refused.example';

const methods = [
	['pm_card_visa', 50],
	['pm_card_mastercard', 10],
	['pm_card_chargeDeclined', 7],
	['pm_card_chargeDeclinedInsufficientFunds', 7],
	['pm_card_chargeDeclinedProcessingError', 4],
	['pm_test_slow', 4],
	['pm_test_unavailable', 5],
	['pm_test_timeoutBeforeCharge', 5],
	['pm_test_timeoutAfterCharge', 8],
] as const;
const coupons = [
	[undefined, 60],
	['WELCOME10', 16],
	['BLOB5', 12],
	[scarceCoupon.code, 12],
] as const;
const mailboxes = [
	['example.com', 90],
	[refusedMailbox, 4],
	[greylistedMailbox, 3],
	[fullMailbox, 3],
] as const;

/** Whether a payment method is declined, always. */
export function isDeclined(method: string): boolean {
	return findTestCard(method)?.outcome.kind === 'declines';
}

/**
 * Plans one order.
 *
 * @param name told from those of all other orders, except for some customers who come back under theirs
 */
export function planOrder(
	random: Random,
	products: readonly string[],
	name: string,
	returning: string,
): OrderPlan {
	const large = random.chance(0.04);
	const coupon = random.weighted(coupons);
	const method = random.weighted(methods);
	const person = coupon === 'WELCOME10' && random.chance(0.3) ? returning : name;
	const line = (productId: string) => ({ productId, quantity: random.between(1, 3) });
	const retries = !isDeclined(method)
		? []
		: random.weighted<string[]>([
				[['pm_card_visa'], 6],
				[['pm_card_chargeDeclined', 'pm_test_timeoutAfterCharge'], 2],
				[[], 2],
			]);
	return {
		lines: random.some(products, large ? 50 : random.between(1, 4)).map(line),
		coupon,
		email: `${person}@${random.weighted(mailboxes)}`,
		method,
		twins: random.weighted([
			[1, 6],
			[2, 3],
			[4, 1],
		]),
		cancelAfter: random.chance(0.1) ? random.between(0, 300) : undefined,
		retries,
		cancelsDeclined: random.chance(0.25),
		refund: random.weighted<OrderPlan['refund']>([
			['never', 84],
			['when paid', 9],
			['when completed', 7],
		]),
		extras: random.chance(0.25) ? random.some(products, random.between(1, 2)).map(line) : [],
	};
}
