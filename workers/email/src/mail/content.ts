/** What a mail says, in words and formatted amounts, for its HTML and its text alike. */
export interface MailContent {
	subject: string;
	heading: string;
	/** What mail programs show beside the subject. */
	preview: string;
	/** In their order. */
	blocks: Block[];
}

export type Block = Paragraph | Button | Facts | Lines | List;

interface Paragraph {
	type: 'paragraph';
	text: string;
}

/** Leads to the order's page. */
interface Button {
	type: 'button';
	label: string;
}

export interface Facts {
	type: 'facts';
	facts: [label: string, value: string][];
}

/** What was ordered, and what it came to. */
export interface Lines {
	type: 'lines';
	lines: { name: string; quantity: number; unitPrice: string; total: string }[];
	/** The last is the total. */
	amounts: { label: string; amount: string }[];
	note: string;
}

export interface List {
	type: 'list';
	heading: string;
	items: string[];
}

/** Where a mail's links lead. */
export interface Links {
	/** Opens the order for whoever holds the mail. */
	order: string;
	shop: string;
}
