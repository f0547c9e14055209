import { type Contact, contactErrors } from './contact.ts';
import { isTestCard } from './test-cards.ts';

/** What a visitor has entered at the checkout so far. */
export interface Draft {
	contact: Contact;
	/** Null until a card is chosen. */
	card: ChosenCard | null;
}

/** The card, and the key under which an order with it is placed once. */
interface ChosenCard {
	paymentMethod: string;
	idempotencyKey: string;
}

/** As text for a cookie: under 3 kB, since what is kept was checked for its length. */
export function writeDraft({ contact: { firstName, lastName, email }, card }: Draft): string {
	const parts = [firstName, lastName, email, ...(card ? [card.paymentMethod, card.idempotencyKey] : [])];
	return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** What a cookie says, or nothing: it comes from outside, and what would be refused when typed is none. */
export function readDraft(text: string | undefined): Draft | null {
	const parts = parse(text ?? '');
	if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return null;
	const [firstName = '', lastName = '', email = '', paymentMethod = '', idempotencyKey = ''] = parts;
	const contact = { firstName, lastName, email };
	if (Object.keys(contactErrors(contact)).length > 0) return null;
	const isCard = isTestCard(paymentMethod) && /^[\w-]{1,64}$/.test(idempotencyKey);
	return { contact, card: isCard ? { paymentMethod, idempotencyKey } : null };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(Buffer.from(text, 'base64url').toString());
	} catch {
		return null;
	}
}
