import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { oneLine } from '../mail/one-line.ts';

/** What a mail calls its reader. */
export function firstNameOf({ customer }: OrderSnapshot): string {
	return oneLine(customer.firstName, 60);
}
