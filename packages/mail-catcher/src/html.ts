/** HTML that is safe to send as it is. */
export class Html {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	toString(): string {
		return this.text;
	}
}

type Part = Html | Html[] | string | number | undefined;

/** A template whose values are escaped unless they are HTML already. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
	return new Html(strings.reduce((text, string, index) => text + show(values[index - 1]) + string));
}

function show(value: Part): string {
	if (value === undefined) return '';
	if (Array.isArray(value)) return value.join('');
	return value instanceof Html ? value.text : escapeText(String(value));
}

function escapeText(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
