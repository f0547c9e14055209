/** Something of schema.org, as JSON-LD. */
export interface Thing {
	'@type': string;
	[property: string]: unknown;
}

/** What an HTML parser or an old JavaScript engine would take for its own, wherever it stands in the JSON. */
const escapes: Record<string, string> = {
	'<': '\\u003c',
	'>': '\\u003e',
	'&': '\\u0026',
	'\u2028': '\\u2028',
	'\u2029': '\\u2029',
};

/** Things as one script element of JSON-LD: data, which no policy has to allow, and no text in it can end it. */
export function jsonScript(things: readonly Thing[]): string {
	const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': things });
	const inert = json.replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? '');
	return `<script type="application/ld+json">${inert}</script>`;
}
