/** A sitemap of pages, given from the root. When they last changed is left out: the API does not tell. */
export function sitemapXml(siteUrl: string, paths: readonly string[]): string {
	return documentOf(
		'urlset',
		paths.map((path) => `<url><loc>${escapeXml(siteUrl + path)}</loc></url>`),
	);
}

/** A sitemap of sitemaps. */
export function sitemapIndexXml(siteUrl: string, paths: readonly string[]): string {
	return documentOf(
		'sitemapindex',
		paths.map((path) => `<sitemap><loc>${escapeXml(siteUrl + path)}</loc></sitemap>`),
	);
}

function documentOf(root: string, elements: readonly string[]): string {
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
		...elements,
		`</${root}>`,
		'',
	].join('\n');
}

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
};

function escapeXml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
