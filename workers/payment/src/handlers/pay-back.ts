import { Hopeless } from '@infinite-blob/events/hopeless';
import type { Money } from '@infinite-blob/money/money';
import { PaymentRefused, type Refund } from '@infinite-blob/payment-provider/payment-provider';
import type { PaymentContext } from '../payment-context.ts';

/** A charge to be paid back. */
interface Return {
	orderId: string;
	chargeId: string;
	amount: Money;
	/** Epoch milliseconds. */
	intendedAt: number;
}

/**
 * Pays a charge back, once however often it is asked for.
 *
 * @throws Hopeless when the provider refuses for good; anything else is to be tried again
 */
export async function payBack({ provider, logger }: PaymentContext, asked: Return): Promise<Refund> {
	const { chargeId } = asked;
	const request = { ...asked, idempotencyKey: `refund:${chargeId}` };
	try {
		return await provider.refund(request);
	} catch (error) {
		if (!(error instanceof PaymentRefused)) throw error;
		const made = await provider.findRefund(request);
		if (!made)
			throw new Hopeless(`the refund of ${chargeId} was refused: ${error.message}`, { cause: error });
		logger.warn({ err: error, chargeId }, 'a refund was refused that had been made before');
		return made;
	}
}
