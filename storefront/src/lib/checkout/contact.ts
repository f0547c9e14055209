/** Who buys: what the checkout asks for. */
export interface Contact {
	firstName: string;
	lastName: string;
	email: string;
}

export type ContactField = keyof Contact;
export type ContactErrors = Partial<Record<ContactField, string>>;

const contactFields: readonly ContactField[] = ['firstName', 'lastName', 'email'];

const longest: Record<ContactField, number> = { firstName: 100, lastName: 100, email: 254 };

const missing: Record<ContactField, string> = {
	firstName: 'Enter your first name.',
	lastName: 'Enter your last name.',
	email: 'Enter your e-mail address: the invoice goes there.',
};

// The rules are those of the API, so that what passes here is not refused when it is paid.
const visible = /[^\p{Z}\p{C}]/u;
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const address = /^(?!\.)(?!.*\.\.)([a-z0-9_'+\-.]*)[a-z0-9_+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i;

/** The contact from a form, tidied: nothing typed is refused for a space too many. */
export function readContact(form: FormData): Contact {
	const text = (name: ContactField) => String(form.get(name) ?? '').trim();
	return { firstName: text('firstName'), lastName: text('lastName'), email: text('email') };
}

/** What is wrong with one field, or nothing. */
export function contactProblem(field: ContactField, value: string): string | undefined {
	const text = value.trim();
	if (!visible.test(text)) return missing[field];
	if (text.length > longest[field]) {
		return `Shorten this to ${longest[field]} characters or fewer; it has ${text.length}.`;
	}
	if (field === 'email') {
		return address.test(text) ? undefined : 'Enter an e-mail address like ada@example.com.';
	}
	return unprintable.test(text) ? 'Remove the characters that cannot be printed, then go on.' : undefined;
}

export function contactErrors(contact: Contact): ContactErrors {
	const errors: ContactErrors = {};
	for (const field of contactFields) {
		const problem = contactProblem(field, contact[field]);
		if (problem) errors[field] = problem;
	}
	return errors;
}
