/** HTML that is safe to send as it is. */
export class Html {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

/** A template whose values are escaped unless they are HTML already. */
export function html(
	strings: TemplateStringsArray,
	...values: (Html | Html[] | string | number | undefined)[]
): Html {
	const show = (value: (typeof values)[number]): string => {
		if (value === undefined) return '';
		if (Array.isArray(value)) return value.map(({ text }) => text).join('');
		return value instanceof Html ? value.text : escapeText(String(value));
	};
	return new Html(strings.reduce((text, string, index) => text + show(values[index - 1]) + string));
}

function escapeText(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
