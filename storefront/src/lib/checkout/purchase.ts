import { randomUUID } from 'node:crypto';
import type { MoneyInput } from '#lib/graphql/operations.generated.ts';
import { isCurrency } from '#lib/money/currency.ts';
import { type Contact, readContact } from './contact.ts';

/** What the shopper saw on the review and said yes to. */
export interface Purchase {
	contact: Contact;
	paymentMethod: string;
	idempotencyKey: string;
	/** The total that was shown; null when the form does not say one. */
	expectedTotal: MoneyInput | null;
}

/** Reads the review's form: it carries all it shows, so that what is bought is what was seen, whatever another tab did. */
export function readPurchase(form: FormData): Purchase {
	return {
		contact: readContact(form),
		paymentMethod: String(form.get('paymentMethod') ?? ''),
		idempotencyKey: String(form.get('idempotencyKey') ?? '') || randomUUID(),
		expectedTotal: readTotal(form),
	};
}

function readTotal(form: FormData): MoneyInput | null {
	const amount = String(form.get('amount') ?? '');
	const currency = form.get('currency');
	return /^\d{1,10}$/.test(amount) && isCurrency(currency) ? { amount: Number(amount), currency } : null;
}
