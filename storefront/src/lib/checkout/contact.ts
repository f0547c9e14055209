/** Who buys: what the checkout asks for. */
export interface Contact {
	firstName: string;
	lastName: string;
	email: string;
}

export type ContactField = keyof Contact;
export type ContactErrors = Partial<Record<ContactField, string>>;

export const longest: Record<ContactField, number> = { firstName: 100, lastName: 100, email: 254 };

const missing: Record<ContactField, string> = {
	firstName: 'Enter your first name.',
	lastName: 'Enter your last name.',
	email: 'Enter your e-mail address: the invoice goes there.',
};

/** The contact from a form, tidied: nothing typed is refused for a space too many. */
export function readContact(form: FormData): Contact {
	const text = (name: ContactField) => String(form.get(name) ?? '').trim();
	return { firstName: text('firstName'), lastName: text('lastName'), email: text('email') };
}

/** What is wrong with one field, or nothing. */
export function contactProblem(field: ContactField, value: string): string | undefined {
	const text = value.trim();
	if (text === '') return missing[field];
	if (text.length > longest[field]) return `Shorten this to ${longest[field]} characters or fewer.`;
	if (field === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text)) {
		return 'Enter an e-mail address like ada@example.com.';
	}
	return undefined;
}

export function contactErrors(contact: Contact): ContactErrors {
	const errors: ContactErrors = {};
	for (const field of Object.keys(missing) as ContactField[]) {
		const problem = contactProblem(field, contact[field]);
		if (problem) errors[field] = problem;
	}
	return errors;
}
